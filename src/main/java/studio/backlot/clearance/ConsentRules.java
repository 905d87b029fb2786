package studio.backlot.clearance;

import java.util.Set;

/// Which consents a production asks for, and what a consent must have to count.
///
/// `likeness`: a person's look that somebody declares to use. `listedName`: a prompt that names a
/// person of the consent register. `protectedTitle`: a prompt that names one of the policy's
/// titles. `livingArtist`: the style of a living artist. `thirdPartyArt`: somebody else's work as
/// an input. `noticeHours`: how long before a scan the person must have had notice, 0 for no such
/// rule.
public record ConsentRules(
        Stance likeness,
        Stance listedName,
        Stance protectedTitle,
        Stance livingArtist,
        Stance thirdPartyArt,
        int noticeHours,
        Set<Requirement> requirements) {
    /// Longest notice that makes sense: a year.
    static final int LONGEST_NOTICE_HOURS = 8_784;

    public ConsentRules {
        if (noticeHours < 0 || noticeHours > LONGEST_NOTICE_HOURS) {
            throw new IllegalArgumentException(
                    "notice is given 0 to "
                            + LONGEST_NOTICE_HOURS
                            + " hours before, not "
                            + noticeHours);
        }
        requirements = Set.copyOf(requirements);
    }

    /// What a consent must have beside being live and in scope.
    public enum Requirement {
        /// A guardian's signature where the person is a minor.
        GUARDIAN("guardian"),
        /// The estate's or the union's signature where the person is dead.
        REPRESENTATIVE("representative"),
        /// A signature of its own, not one under the general terms.
        SEPARATE_SIGNATURE("separateSignature");

        private final String wireName;

        Requirement(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
