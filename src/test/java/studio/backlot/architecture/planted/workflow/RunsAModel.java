package studio.backlot.architecture.planted.workflow;

import ai.onnxruntime.OrtSession;

/// Guilty: the model runtime outside its door.
public final class RunsAModel {
    private RunsAModel() {}

    public static boolean isThere(OrtSession session) {
        return session.hashCode() != 0;
    }
}
