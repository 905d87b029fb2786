package studio.backlot.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Conditions that ArchUnit's own vocabulary does not have.
final class Conditions {
    private Conditions() {}

    /// Holds for each class that passes the test.
    static ArchCondition<JavaClass> thatEvery(String description, Predicate<JavaClass> test) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(
                                type,
                                test.test(type),
                                "Class <" + type.getName() + "> does not " + description));
            }
        };
    }

    /// Holds for each method and constructor that passes the test.
    static ArchCondition<JavaCodeUnit> thatEveryCodeUnit(
            String description, Predicate<JavaCodeUnit> test) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(
                                unit,
                                test.test(unit),
                                unit.getDescription() + " does not " + description));
            }
        };
    }

    /// Holds for each class whose dependencies inside `root` are allowed; packages are given
    /// relative to the root.
    static ArchCondition<JavaClass> dependOnlyAlong(
            String description, String root, BiPredicate<String, String> isAllowed) {
        return new ArchCondition<>("depend only along " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String from = type.getPackageName();
                    String to = dependency.getTargetClass().getBaseComponentType().getPackageName();
                    if (isInside(from, root) && isInside(to, root)) {
                        boolean isGood = isAllowed.test(relative(from, root), relative(to, root));
                        events.add(
                                new SimpleConditionEvent(
                                        dependency, isGood, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean isInside(String name, String root) {
        return name.startsWith(root + ".");
    }

    private static String relative(String name, String root) {
        return name.substring(root.length() + 1);
    }
}
