package studio.backlot.job;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.backlot.base.Cancellation;

/// Turns a person's wish that the program end (Ctrl+C, a closing session) into the cancelling of a
/// run, so that the run records that it was stopped and the program ends in the ordinary way. A
/// second such wish ends it at once.
///
/// Not a shutdown hook: hooks run side by side, and that of ONNX Runtime frees its environment
/// while a run still computes. The JDK knows signals only as `sun.misc.Signal`, which javac warns
/// of when it is named in the source.
public final class Interrupts implements AutoCloseable {
    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

    private final Class<?> signalType;
    private final Class<?> handlerType;
    private final Method handle;
    private final Map<Object, Object> former = new LinkedHashMap<>();

    private Interrupts() {
        try {
            signalType = Class.forName("sun.misc.Signal");
            handlerType = Class.forName("sun.misc.SignalHandler");
            handle = signalType.getMethod("handle", signalType, handlerType);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no module jdk.unsupported", e);
        }
    }

    /// Watches until closed, or until the first signal.
    public static Interrupts watch(Cancellation cancellation) {
        var interrupts = new Interrupts();
        interrupts.listen(cancellation);
        return interrupts;
    }

    private synchronized void listen(Cancellation cancellation) {
        Object handler =
                Proxy.newProxyInstance(
                        Interrupts.class.getClassLoader(),
                        new Class<?>[] {handlerType},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("handle")) {
                                close();
                                cancellation.cancel();
                            }
                            return null;
                        });
        for (String name : SIGNALS) {
            try {
                Object signal = signalType.getConstructor(String.class).newInstance(name);
                Object before = handle.invoke(null, signal, handler);
                former.put(signal, before);
            } catch (ReflectiveOperationException e) {
                // a signal that this system has not, or that somebody keeps for the virtual machine
                // (-Xrs)
            }
        }
    }

    @Override
    public synchronized void close() {
        former.forEach((signal, handler) -> {
            try {
                handle.invoke(null, signal, handler);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        "the handler of " + signal + " cannot be put back", e);
            }
        });
        former.clear();
    }
}
