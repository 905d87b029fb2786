package studio.backlot.architecture.library.dev.langchain4j;

/// Stands in for a language-model library.
public class ChatModel {
    public ChatModel() {}
}
