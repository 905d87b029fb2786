package studio.backlot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import studio.backlot.base.JsonBuilder;
import studio.backlot.base.JsonValue.JsonNumber;
import studio.backlot.base.JsonValue.JsonString;
import studio.backlot.base.MalformedJson;

class PersonFormTest {
    private static final Person ADA =
            new Person(
                    new UUID(1, 2),
                    "Ada",
                    Set.of(Role.WRITER, Role.ARTIST),
                    new PersonKeys(
                            SigningKey.generate().verificationKey(),
                            SigningKey.generate().verificationKey()));

    @Test
    void aPersonIsReadAsItWasWrittenWithItsRolesInOrder() {
        assertThat(PersonForm.read(PersonForm.write(ADA).build())).isEqualTo(ADA);
        assertThat(PersonForm.roles(ADA))
                .containsExactly(new JsonString("artist"), new JsonString("writer"));
    }

    @Test
    void aRoleThatIsNoneIsNamed() {
        assertThatThrownBy(() ->
                        PersonForm.readRoles(
                                new JsonBuilder()
                                        .put("roles", List.of(new JsonString("director")))
                                        .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"director\" is no role");
        assertThatThrownBy(() ->
                        PersonForm.readRoles(
                                new JsonBuilder().put("roles", List.of(JsonNumber.of(1))).build()))
                .hasMessage("\"\" is no role");
        assertThat(PersonForm.readRoles(new JsonBuilder().build())).isEmpty();
    }

    @Test
    void aMissingMemberIsNamed() {
        assertThatThrownBy(() -> PersonForm.read(new JsonBuilder().build()))
                .isInstanceOf(MalformedJson.class)
                .hasMessage("the person's member \"id\" is missing");
    }
}
