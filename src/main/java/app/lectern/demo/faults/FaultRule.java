package app.lectern.demo.faults;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// When a fault strikes: which requests, after how many of them, and how often. A rule strikes once unless told otherwise.
public final class FaultRule {

    private final String method;
    private final Pattern path;
    private final int batchItem;
    private final Consumer<FaultRule> activate;
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger struck = new AtomicInteger();
    private int skipped;
    private int times = 1;
    private Fault fault;

    FaultRule(String method, String glob, int batchItem, Consumer<FaultRule> activate) {
        this.method = method;
        this.path = compile(glob);
        this.batchItem = batchItem;
        this.activate = activate;
    }

    /// Lets the first requests that fit pass.
    public FaultRule after(int requests) {
        skipped = requests;
        return this;
    }

    public FaultRule times(int count) {
        times = count;
        return this;
    }

    public FaultRule always() {
        times = Integer.MAX_VALUE;
        return this;
    }

    /// Switches the rule on.
    public FaultRule with(Fault what) {
        fault = what;
        activate.accept(this);
        return this;
    }

    /// How often the rule has struck.
    public int struck() {
        return struck.get();
    }

    Fault fault() {
        return fault;
    }

    boolean strikes(String actualMethod, String actualPath, int item) {
        var fits = (method.equals("*") || method.equals(actualMethod)) && path.matcher(actualPath).matches()
                && (batchItem < 0 || batchItem == item) && (item < 0 || fault.replacesAnswer());
        if (!fits || seen.incrementAndGet() <= skipped) {
            return false;
        }
        return struck.getAndUpdate(count -> count < times ? count + 1 : count) < times;
    }

    /// `*` stands for anything within a segment, `**` for anything at all.
    private static Pattern compile(String glob) {
        var regex = new StringBuilder();
        for (var part : glob.split("(?<=\\*\\*)|(?=\\*\\*)|(?<=[^*]\\*)(?!\\*)|(?<=[^*])(?=\\*)")) {
            switch (part) {
                case "*" -> regex.append("[^/]*");
                case "**" -> regex.append(".*");
                default -> regex.append(Pattern.quote(part));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    }
}
