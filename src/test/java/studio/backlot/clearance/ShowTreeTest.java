package studio.backlot.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.backlot.provenance.EventType;

class ShowTreeTest {
    private static final UUID EPISODE = new UUID(9, 1);
    private static final UUID SEQUENCE = new UUID(9, 2);
    private static final UUID SHOT = new UUID(9, 3);
    private static final UUID SLOT = new UUID(9, 4);
    private static final String ASSET = Desk.hash("a plate").hex();

    private final Desk desk = Desk.here();
    private final Desk.Somebody ada = Desk.Somebody.named("Ada");
    private final ShowTree tree = new ShowTree();

    @Test
    void aPathLeadsFromTheEpisodeDownToTheSlot() {
        makeShot();

        assertThat(tree.words(SLOT)).isEqualTo("101/020/0120/sky");
        assertThat(tree.path(SLOT))
                .extracting(ShowNode::id)
                .containsExactly(EPISODE, SEQUENCE, SHOT, SLOT);
        assertThat(tree.find("101/020")).map(ShowNode::id).contains(SEQUENCE);
        assertThat(tree.find("020")).isEmpty();
        assertThat(tree.all()).hasSize(4);
    }

    @Test
    void childrenAreTheNodesDirectlyBelow() {
        makeShot();

        assertThat(tree.children(Optional.empty()))
                .extracting(ShowNode::id)
                .containsExactly(EPISODE);
        assertThat(tree.children(Optional.of(SHOT))).extracting(ShowNode::id).containsExactly(SLOT);
        assertThat(tree.children(Optional.of(SLOT))).isEmpty();
    }

    @Test
    void levelsMayBeLeftOutButNeverTurnedAround() {
        add(node(SHOT, "shot", "0120", ""));
        add(node(SLOT, "slot", "sky", parent(SHOT)));
        assertThat(tree.words(SLOT)).isEqualTo("0120/sky");

        add(node(SEQUENCE, "sequence", "020", parent(SHOT)));
        assertThat(tree.node(SEQUENCE)).isEmpty();
        assertThat(tree.words(SEQUENCE)).isEmpty();
    }

    @Test
    void aNodeOfTheSameKindIsNoParent() {
        add(node(SHOT, "shot", "0120", ""));
        add(node(SLOT, "shot", "0121", parent(SHOT)));

        assertThat(tree.node(SLOT)).isEmpty();
    }

    @Test
    void whatIsRemovedIsGoneWithAllBelowIt() {
        makeShot();

        assertThat(add("{'id':'%s','removed':true}".formatted(SEQUENCE))).isEmpty();

        assertThat(tree.node(SEQUENCE)).isEmpty();
        assertThat(tree.node(SLOT)).isEmpty();
        assertThat(tree.path(SLOT)).isEmpty();
        assertThat(tree.all()).extracting(ShowNode::id).containsExactly(EPISODE);
    }

    @Test
    void aRemovedNodeDoesNotComeBackWithItsOldEntry() {
        makeShot();
        add("{'id':'%s','removed':true}".formatted(SLOT));

        add(node(SLOT, "slot", "sky", parent(SHOT)));

        assertThat(tree.node(SLOT)).isEmpty();
    }

    @Test
    void theSameNodeAgainChangesNothingAndAnotherMeaningIsRefused() {
        makeShot();

        assertThat(add(node(SLOT, "slot", "sky", parent(SHOT)))).isEmpty();
        assertThat(add(node(SLOT, "slot", "sea", parent(SHOT)))).isPresent();
        assertThat(tree.words(SLOT)).isEqualTo("101/020/0120/sky");
    }

    @Test
    void anEntryThatDoesNotCountChangesNothing() {
        Optional<String> refusal =
                add(
                        node(EPISODE, "episode", "101", "")
                                + ","
                                + node(SLOT, "corner", "sky", parent(EPISODE)));

        assertThat(refusal).hasValueSatisfying(why -> assertThat(why).contains("corner"));
        assertThat(tree.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{'id':'x','kind':'shot','name':'1'}",
                "{'id':'00000000-0000-0000-0000-000000000001','kind':'shot'}",
                "{'id':'00000000-0000-0000-0000-000000000001','kind':'shot','name':''}",
                "{'id':'00000000-0000-0000-0000-000000000001','kind':'shot','name':' 1'}",
                "{'id':'00000000-0000-0000-0000-000000000001','kind':'shot','name':'1/2'}",
                "{'id':'00000000-0000-0000-0000-000000000001','kind':'shot','name':'1\\n2'}",
                "{'id':'00000000-0000-0000-0000-000000000001','kind':'shot','name':'a name that is far too long to be any code'}",
                "{'id':'00000000-0000-0000-0000-000000000001','removed':true}",
                "7",
            })
    void whatIsNoNodeIsAnsweredInWords(String node) {
        String nodes = node.isEmpty() ? "{'nods':[]}" : "{'showTree':{'nodes':[" + node + "]}}";
        Optional<String> refusal =
                tree.accept(desk.entry(EventType.SHOW_TREE, ada.byEveryday(), nodes));

        if (node.isEmpty()) {
            assertThat(refusal).contains("it has no label showTree");
        } else {
            assertThat(refusal).hasValueSatisfying(why -> assertThat(why).isNotBlank());
        }
        assertThat(tree.all()).isEmpty();
    }

    @Test
    void aNameMayBeExactlyFortyCharactersLong() {
        String longest = "x".repeat(40);

        assertThat(add(node(SHOT, "shot", longest, ""))).isEmpty();
        assertThat(tree.words(SHOT)).isEqualTo(longest);
        assertThat(add(node(SLOT, "shot", longest + "x", ""))).isPresent();
    }

    @Test
    void anAssignmentKeepsWhatALaterOneDoesNotSay() {
        makeShot();
        assign("{'asset':'%s','slot':'%s'}".formatted(ASSET, SLOT));
        assign("{'asset':'%s','use':'temp'}".formatted(ASSET));

        assertThat(tree.assignment(Desk.hash("a plate")))
                .contains(
                        new ShowTree.Assignment(
                                Desk.hash("a plate"),
                                Optional.of(SLOT),
                                Optional.of(UseLabel.TEMP)));
        assertThat(tree.assets(SLOT)).containsExactly(Desk.hash("a plate"));

        assign("{'asset':'%s','slot':'%s'}".formatted(ASSET, SHOT));
        assertThat(tree.assignment(Desk.hash("a plate")).flatMap(ShowTree.Assignment::use))
                .contains(UseLabel.TEMP);
    }

    @Test
    void aLaterAssignmentTakesTheAssetToAnotherSlot() {
        makeShot();
        assign("{'asset':'%s','slot':'%s','use':'final'}".formatted(ASSET, SLOT));
        assign("{'asset':'%s','slot':'%s','use':'idea'}".formatted(ASSET, SHOT));

        assertThat(tree.assets(SLOT)).isEmpty();
        assertThat(tree.assignment(Desk.hash("a plate")).flatMap(ShowTree.Assignment::use))
                .contains(UseLabel.IDEA);
    }

    @Test
    void anAssignmentOfNoAssetOrToNoUseIsRefused() {
        assertThat(assign("{'slot':'%s'}".formatted(SLOT))).isPresent();
        assertThat(assign("{'asset':'abc','slot':'%s'}".formatted(SLOT))).isPresent();
        assertThat(assign("{'asset':'%s','use':'forever'}".formatted(ASSET))).isPresent();
        assertThat(assign("{'asset':'%s','slot':'here'}".formatted(ASSET))).isPresent();
        assertThat(tree.assignment(Desk.hash("a plate"))).isEmpty();
    }

    @Test
    void anotherMachineAddsNodesAndRemovesItsOwnOnly() {
        Desk there = Desk.elsewhere(1);
        add(node(EPISODE, "episode", "101", ""));

        assertThat(add(there, node(SHOT, "shot", "0120", parent(EPISODE)))).isEmpty();
        assertThat(tree.words(SHOT)).isEqualTo("101/0120");
        assertThat(add(there, "{'id':'%s','removed':true}".formatted(EPISODE))).isPresent();
        assertThat(tree.node(EPISODE)).isPresent();
        assertThat(add(there, "{'id':'%s','removed':true}".formatted(SHOT))).isEmpty();
        assertThat(tree.node(SHOT)).isEmpty();
    }

    @Test
    void hereEveryNodeMayBeRemoved() {
        Desk there = Desk.elsewhere(1);
        add(there, node(SHOT, "shot", "0120", ""));

        assertThat(add("{'id':'%s','removed':true}".formatted(SHOT))).isEmpty();
        assertThat(tree.node(SHOT)).isEmpty();
    }

    @Test
    void aPathThatTwoMachinesMadeLeadsToTheOneKnownFirst() {
        add(node(SHOT, "shot", "0120", ""));
        add(Desk.elsewhere(1), node(SEQUENCE, "shot", "0120", ""));

        assertThat(tree.find("0120")).map(ShowNode::id).contains(SHOT);
        add(Desk.elsewhere(1), node(SLOT, "slot", "sky", parent(SEQUENCE)));
        assertThat(tree.find("0120/sky")).map(ShowNode::id).contains(SLOT);
    }

    @Test
    void otherEntriesArePassedOver() {
        assertThat(
                        tree.accept(
                                desk.entry(
                                        EventType.SUBMIT,
                                        ada.byEveryday(),
                                        "{'showTree':{'nodes':[7]}}")))
                .isEmpty();
    }

    private void makeShot() {
        add(node(EPISODE, "episode", "101", ""));
        add(node(SEQUENCE, "sequence", "020", parent(EPISODE)));
        add(
                node(SHOT, "shot", "0120", parent(SEQUENCE))
                        + ","
                        + node(SLOT, "slot", "sky", parent(SHOT)));
    }

    private static String node(UUID id, String kind, String name, String more) {
        return "{'id':'%s','kind':'%s','name':'%s'%s}".formatted(id, kind, name, more);
    }

    private static String parent(UUID id) {
        return ",'parent':'" + id + "'";
    }

    private Optional<String> add(String nodes) {
        return add(desk, nodes);
    }

    private Optional<String> add(Desk by, String nodes) {
        return tree.accept(
                by.entry(
                        EventType.SHOW_TREE,
                        ada.byEveryday(),
                        "{'showTree':{'nodes':[" + nodes + "]}}"));
    }

    private Optional<String> assign(String assignments) {
        return tree.accept(
                desk.entry(
                        EventType.SHOW_TREE,
                        ada.byEveryday(),
                        "{'showTree':{'assignments':[" + assignments + "]}}"));
    }

    @Test
    void kindsAndTheirNamesAgree() {
        for (NodeKind kind : NodeKind.values()) {
            assertThat(NodeKind.ofWireName(kind.wireName())).contains(kind);
        }
        assertThat(NodeKind.ofWireName("show")).isEmpty();
        assertThat(NodeKind.EPISODE.phrase()).isEqualTo("an episode");
        assertThat(NodeKind.SHOT.phrase()).isEqualTo("a shot");
        assertThat(List.of(NodeKind.values()))
                .allMatch(kind -> !kind.isPartOf(kind))
                .allMatch(kind -> kind == NodeKind.SLOT || NodeKind.SLOT.isPartOf(kind));
    }
}
