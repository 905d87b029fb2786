package studio.backlot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTest {
    @Test
    void everyRoleIsFoundByTheNameItHasInARecord() {
        assertThat(Role.WRITER.wireName()).isEqualTo("writer");
        for (Role role : Role.values()) {
            assertThat(Role.ofWireName(role.wireName())).contains(role);
        }
        assertThat(Role.ofWireName("director")).isEmpty();
        assertThat(Role.ofWireName("WRITER")).isEmpty();
    }
}
