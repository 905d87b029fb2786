package studio.backlot.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;

/// Kinds of calls, method references and field accesses that a rule forbids somewhere.
final class Calls {
    private Calls() {}

    /// A call of `owner`, or of a type below it, whose member's name matches `members`.
    static DescribedPredicate<JavaAccess<?>> to(String owner, String members) {
        return DescribedPredicate.describe(
                owner + "." + members + " is called",
                access ->
                        access.getTarget().getName().matches(members)
                                && isA(access.getTargetOwner(), owner));
    }

    /// Threads, executors, and what borrows the common pool.
    static DescribedPredicate<JavaAccess<?>> thatMakeThreads() {
        return to("java.lang.Thread", "<init>|ofVirtual|ofPlatform|startVirtualThread")
                .or(to("java.util.concurrent.Executors", "new.*"))
                .or(to("java.util.concurrent.ExecutorService", "<init>"))
                .or(to("java.util.concurrent.ForkJoinPool", "<init>|commonPool"))
                .or(to("java.util.concurrent.CompletableFuture", ".*Async"))
                .or(to("java.util.Collection", "parallelStream"))
                .or(to("java.util.stream.BaseStream", "parallel"))
                .or(to("java.util.Arrays", "parallel.*"))
                .or(to("java.util.Timer", "<init>"))
                .as("threads or executors are made");
    }

    /// Everything that creates, changes, moves or removes a file.
    static DescribedPredicate<JavaAccess<?>> thatWriteFiles() {
        return to(
                        "java.nio.file.Files",
                        "write.*|newOutputStream|newBufferedWriter|create.*|copy|move|delete.*|set.*")
                .or(thatOpenAChannelForWriting())
                .or(to("java.io.FileOutputStream", "<init>"))
                .or(to("java.io.FileWriter", "<init>"))
                .or(to("java.io.RandomAccessFile", "<init>"))
                .or(to("java.io.File", "create.*|delete.*|mkdirs?|renameTo|set.*"))
                .as("files are written");
    }

    /// A channel is opened in a method that names another option than `READ`.
    private static DescribedPredicate<JavaAccess<?>> thatOpenAChannelForWriting() {
        return to("java.nio.channels.FileChannel", "open")
                .or(to("java.nio.channels.AsynchronousFileChannel", "open"))
                .or(to("java.nio.file.Files", "newByteChannel"))
                .and(
                        DescribedPredicate.describe(
                                "in a method that names an option for writing",
                                access ->
                                        access.getOrigin().getFieldAccesses().stream()
                                                .map(JavaAccess::getTarget)
                                                .filter(target ->
                                                        isA(
                                                                target.getOwner(),
                                                                "java.nio.file.StandardOpenOption"))
                                                .anyMatch(target ->
                                                        !target.getName().equals("READ"))));
    }

    /// The clock of the machine, random numbers without a seed, random ids.
    static DescribedPredicate<JavaAccess<?>> thatAskTimeOrChance() {
        return to("java.lang.System", "currentTimeMillis")
                .or(to("java.time.temporal.Temporal", "now"))
                .or(to("java.time.Clock", "system.*"))
                .or(to("java.time.InstantSource", "system"))
                .or(to("java.util.Date", "<init>"))
                .or(to("java.util.UUID", "randomUUID"))
                .or(to("java.lang.Math", "random"))
                .or(to("java.security.SecureRandom", "<init>|getInstance.*"))
                .or(to("java.util.concurrent.ThreadLocalRandom", "current"))
                .or(to("java.util.Random", "<init>"))
                .as("the clock or chance is asked");
    }

    private static boolean isA(JavaClass type, String name) {
        return type.getName().equals(name) || type.isAssignableTo(name);
    }
}
