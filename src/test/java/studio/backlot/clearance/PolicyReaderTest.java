package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.clearance.ConsentRules.Requirement;
import studio.backlot.identity.Role;

class PolicyReaderTest {
    private static final String START = "{'schema':'backlot.policy/1','preset':'small-crew'";

    @ParameterizedTest
    @EnumSource(PolicyPreset.class)
    void whatAPresetWritesReadsBackToTheSameRules(PolicyPreset preset) {
        assertThat(PolicyReader.read(PolicyWriter.bytes(preset.policy())))
                .isEqualTo(new PolicyReading.Read(preset.policy()));
    }

    @ParameterizedTest
    @EnumSource(PolicyPreset.class)
    void whatAFileLeavesOutIsAsInItsPreset(PolicyPreset preset) {
        assertThat(read("{'schema':'backlot.policy/1','preset':'" + preset.wireName() + "'}"))
                .isEqualTo(preset.policy());
    }

    @Test
    void everyMemberChangesItsRule() {
        Policy policy =
                read(
                        START
                                + """
                                ,'$schema':'policy-schema-v1.json','version':7,
                                'models':{'licences':['MIT']},
                                'remote':{'services':[{'host':'img.example.org:8443','terms':'v3','retention':'30 days',
                                  'training':true,'region':'EU','checkedAt':'2026-01-31'}]},
                                'consents':{'likeness':'allow','listedName':'ask','protectedTitle':'ask',
                                  'livingArtist':'refuse','thirdPartyArt':'allow','noticeHours':24,'required':['guardian']},
                                'faces':'never',
                                'approval':{'roles':['writer','producer'],'ownWork':true,'overrideBySecondPerson':false},
                                'useCases':{'requiredFor':['idea'],'escalate':['data-use']},
                                'files':{'prompt':true,'tempMark':true},
                                'protectedTitles':['The Long Night']}\
                                """);

        assertThat(policy)
                .isEqualTo(
                        new Policy(
                                PolicyPreset.SMALL_CREW,
                                7,
                                Optional.of(Set.of("MIT")),
                                List.of(
                                        new RemoteService(
                                                "img.example.org:8443",
                                                "v3",
                                                "30 days",
                                                true,
                                                "EU",
                                                LocalDate.of(2026, 1, 31))),
                                new ConsentRules(
                                        Stance.ALLOW,
                                        Stance.ASK,
                                        Stance.ASK,
                                        Stance.REFUSE,
                                        Stance.ALLOW,
                                        24,
                                        Set.of(Requirement.GUARDIAN)),
                                FaceCheck.NEVER,
                                new ApprovalRules(Set.of(Role.WRITER, Role.PRODUCER), true, false),
                                new UseCaseRules(Set.of(UseLabel.IDEA), Set.of(Area.DATA_USE)),
                                new FileRules(true, true),
                                List.of("The Long Night")));
        assertThat(PolicyReader.read(PolicyWriter.bytes(policy)))
                .isEqualTo(new PolicyReading.Read(policy));
    }

    @Test
    void anyLicenceAndNoLicenceAreDifferentThings() {
        assertThat(read(START + ",'models':{'licences':'any'}}").licences()).isEmpty();
        assertThat(read(START + ",'models':{'licences':[]}}").licences()).contains(Set.of());
        assertThat(read("{'schema':'backlot.policy/1','preset':'streamer','models':{}}").licences())
                .isEqualTo(PolicyPreset.STREAMER.policy().licences());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ",'licenses':[]                          | /licenses | is no member of a policy here",
                ",'models':{'licenses':['MIT']}          | /models/licenses | did you mean \"licences\"?",
                ",'protectedTitels':[]                   | /protectedTitels | did you mean \"protectedTitles\"?",
                ",'consents':{'noticehours':1}           | /consents/noticehours | did you mean \"noticeHours\"?",
                ",'consents':{'likeness':'refused'}      | /consents/likeness | \"refused\" is none of allow, ask, refuse; did you mean \"refuse\"?",
                ",'consents':{'likeness':true}           | /consents/likeness | expected one of allow, ask, refuse, not true",
                ",'consents':{'noticeHours':-1}          | /consents/noticeHours | expected a whole number from 0 to 8784",
                ",'consents':{'noticeHours':1.5}         | /consents/noticeHours | expected a whole number",
                ",'consents':{'noticeHours':'48'}        | /consents/noticeHours | expected a whole number",
                ",'consents':{'required':['guardain']}   | /consents/required/0 | did you mean \"guardian\"?",
                ",'consents':{'required':['guardian','guardian']} | /consents/required/1 | stands here twice",
                ",'consents':[]                          | /consents | expected an object { … }, not a list",
                ",'faces':null                           | /faces | expected one of never, submit, generation, not null",
                ",'approval':{'roles':[]}                | /approval/roles | somebody must be allowed to approve",
                ",'approval':{'roles':'producer'}        | /approval/roles | expected a list [ … ], not \"producer\"",
                ",'approval':{'ownWork':'no'}            | /approval/ownWork | expected true or false, not \"no\"",
                ",'useCases':{'requiredFor':[1]}         | /useCases/requiredFor/0 | expected one of idea, temp, final, not 1",
                ",'useCases':{'escalate':['third-party']} | /useCases/escalate/0 | is none of data-use, creative-output",
                ",'files':{'prompts':true}               | /files/prompts | did you mean \"prompt\"?",
                ",'protectedTitles':['A',' ']            | /protectedTitles/1 | expected a text",
                ",'protectedTitles':['A','A']            | /protectedTitles/1 | stands here twice",
                ",'protectedTitles':{}                   | /protectedTitles | expected a list [ … ], not an object",
                ",'consents':{'noticeHours':8785}        | /consents/noticeHours | expected a whole number from 0 to 8784",
                ",'approval':{'owner':true}              | /approval/owner | is no member of a policy here",
                ",'useCases':{'escalated':[]}            | /useCases/escalated | did you mean \"escalate\"?",
                ",'remote':{'service':[]}                | /remote/service | did you mean \"services\"?",
                ",'version':0                            | /version | expected a whole number from 1",
                ",'remote':{'services':[7]}              | /remote/services/0 | expected an object { … }, not 7",
                ",'remote':{'services':[{'host':'a b','terms':'t','retention':'r','region':'EU','checkedAt':'2026-01-31'}]} | /remote/services/0/host | is no host name",
                ",'remote':{'services':[{'host':'a','terms':'t','retention':'r','region':'EU','checkedAt':'31.1.2026'}]} | /remote/services/0/checkedAt | expected a day such as 2026-01-31",
                ",'remote':{'services':[{'host':'a','terms':7,'retention':'r','region':'EU','checkedAt':'2026-01-31'}]} | /remote/services/0/terms | expected a text, not 7",
                ",'remote':{'services':[{'host':'a','retention':'r','region':'EU','checkedAt':'2026-01-31'}]} | /remote/services/0/terms | is missing",
                ",'remote':{'services':[{'host':'a','terms':'t','retention':'r','region':'EU','checkedAt':'2026-01-31','trains':true}]} | /remote/services/0/trains | is no member",
            })
    void whatAFileHasTooMuchOrWrongIsNamedWithItsPlace(
            String member, String where, String explanation) {
        List<PolicyFinding> findings = findings(START + member.strip() + "}");

        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().where()).isEqualTo(where);
        assertThat(findings.getFirst().explanation()).contains(explanation);
        assertThat(findings.getFirst().line()).startsWith(where + ": ");
    }

    @Test
    void allFindingsAreNamedAtOnce() {
        assertThat(
                        findings(
                                "{'preset':'solos','version':'1','models':{'x':1},'schema':'backlot.policy/2'}"))
                .extracting(PolicyFinding::where)
                .containsExactlyInAnyOrder("/schema", "/preset", "/version", "/models/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "{'schema':'backlot.policy/1','preset':'solo'} x",
                "{'schema':'backlot.policy/1','preset':'solo','preset':'solo'}",
                "{'schema':'backlot.policy/1','preset':'solo',}",
            })
    void whatIsNoJsonObjectIsUnusableAsAWhole(String text) {
        assertThat(findings(text)).hasSize(1);
        assertThat(findings(text).getFirst().where()).isEmpty();
        assertThat(findings(text).getFirst().line()).startsWith("policy.json: ");
    }

    @Test
    void aFileWithoutAPresetIsUnusable() {
        assertThat(findings("{'schema':'backlot.policy/1'}"))
                .extracting(PolicyFinding::where)
                .containsExactly("/preset");
    }

    @Test
    void theLeastAndTheMostAreAllowed() {
        Policy least = read(START + ",'version':1,'consents':{'noticeHours':0}}");
        assertThat(least.version()).isEqualTo(1);
        assertThat(least.noticeHours()).isZero();
        assertThat(read(START + ",'consents':{'noticeHours':8784}}").noticeHours()).isEqualTo(8784);
    }

    @Test
    void aFileBeyondAllNeedIsNotLookedAt() {
        byte[] huge = new byte[PolicyReader.LONGEST_FILE + 1];

        assertThat(PolicyReader.read(huge))
                .isInstanceOfSatisfying(
                        PolicyReading.Unusable.class,
                        unusable ->
                                assertThat(unusable.findings().getFirst().explanation())
                                        .contains("more than any policy needs"));

        byte[] longest = Arrays.copyOf(bytes(START + "}"), PolicyReader.LONGEST_FILE);
        Arrays.fill(longest, START.length() + 1, longest.length, (byte) ' ');
        assertThat(PolicyReader.read(longest)).isInstanceOf(PolicyReading.Read.class);
    }

    private static Policy read(String text) {
        return ((PolicyReading.Read) PolicyReader.read(bytes(text))).policy();
    }

    private static List<PolicyFinding> findings(String text) {
        return ((PolicyReading.Unusable) PolicyReader.read(bytes(text))).findings();
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
