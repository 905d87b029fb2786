package studio.backlot.architecture.planted.diffusion;

import studio.backlot.architecture.library.dev.langchain4j.ChatModel;

/// Guilty: a language-model library outside its adapters.
public final class ChatsRemotely {
    private ChatsRemotely() {}

    public static boolean isThere(ChatModel model) {
        return model.hashCode() != 0;
    }
}
