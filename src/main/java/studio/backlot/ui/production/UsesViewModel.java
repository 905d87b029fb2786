package studio.backlot.ui.production;

import java.util.Optional;
import java.util.Set;
import studio.backlot.clearance.Area;
import studio.backlot.ui.shell.Message;
import studio.backlot.ui.widget.Words;
import studio.backlot.workflow.DeclareUseCase;

/// Declares use cases; what is answered to them stands on their pages. For the window's thread.
final class UsesViewModel {
    private final ProductionViewModel production;
    private final Words words;

    UsesViewModel(ProductionViewModel production, Words words) {
        this.production = production;
        this.words = words;
    }

    /// Declares a use case for what it touches, and for a path of the show, empty for all of it.
    /// Throws [IllegalArgumentException] without a title.
    void declare(String title, String where, Set<Area> areas, FormCard.Ending ending) {
        if (title.isBlank()) {
            throw new IllegalArgumentException(words.get("useCases.needsTitle"));
        }
        var ids = production.show().orElseThrow().studio().context().ids();
        Optional<String> scope = Optional.of(where.strip()).filter(path -> !path.isEmpty());
        production.act(
                ProductionPart.USE_CASES,
                open ->
                        new DeclareUseCase(open, ids)
                                .declare(title.strip(), areas, scope, production.everyday()),
                useCase -> {
                    ending.done().run();
                    production.say(Message.of(words.get("useCases.declared", title.strip())));
                },
                ending.otherwise());
    }
}
