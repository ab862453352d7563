package app.lectern.diagnosis;

import app.lectern.diagnosis.verdict.Judgement;
import app.lectern.diagnosis.verdict.Signal;
import app.lectern.diagnosis.verdict.Verdict;
import app.lectern.words.Words;
import java.util.List;
import java.util.stream.Collectors;

/// Says a diagnosis in words, the same in the window and on the command line.
public record DiagnosisText(Words words) {
    /// A verdict of low confidence says so in its first word.
    public String title(Diagnosis of) {
        var title = words.text("verdict." + Interpreter.id(of.judgement().verdict()) + ".title");
        boolean guess = of.judgement().verdict() != Verdict.UNKNOWN && of.judgement().level() == Judgement.Level.LOW;
        return guess ? words.text("diagnose.perhaps", title) : title;
    }

    /// A verdict by itself, where no diagnosis has been made.
    public String title(Verdict verdict) {
        return words.text("verdict." + Interpreter.id(verdict) + ".title");
    }

    public String text(Verdict verdict) {
        return words.text("verdict." + Interpreter.id(verdict) + ".text");
    }

    public String text(Diagnosis of) {
        var text = words.text("verdict." + Interpreter.id(of.judgement().verdict()) + ".text");
        boolean contradicted = of.judgement().verdict() == Verdict.UNKNOWN && !of.judgement().against().isEmpty();
        return contradicted ? text + " " + words.text("diagnose.contradiction") : text;
    }

    /// `High, 96 %`.
    public String confidence(Diagnosis of) {
        return words.text("level." + Interpreter.id(of.judgement().level()), words.percent(of.judgement().confidence()));
    }

    public String signals(Diagnosis of) {
        return words.text("diagnose.signals", of.judgement().agreeing().size(), of.judgement().against().size());
    }

    /// The signals themselves, for and against, in a sentence each.
    public String reasons(List<Signal> signals) {
        return signals.stream().map(words::of).collect(Collectors.joining("\n"));
    }

    public String title(Advice advice) {
        return words.text("advice." + Interpreter.id(advice) + ".title");
    }

    public String text(Advice advice) {
        return words.text("advice." + Interpreter.id(advice) + ".text");
    }

    public String button(Advice advice) {
        return words.text("advice." + Interpreter.id(advice) + ".button");
    }

    /// What the advice opens or copies; empty when it leads to a place in Lectern.
    public String payload(Advice advice, Diagnosis of) {
        return switch (advice.way()) {
            case PERMISSIONS -> of.help().permissionsPage();
            case POLICY_COMMAND -> advice == Advice.GRANT_FOR_ALL ? forAll(of.help().policyCommand()) : of.help().policyCommand();
            case TRANSCRIPTS_COMMAND -> of.help().transcriptsCommand();
            case STATUS_PAGE -> of.help().statusPage();
            case FACTS -> facts(of);
            default -> "";
        };
    }

    /// The same lines, with the grant for the whole tenant in place of the one organiser.
    private static String forAll(String command) {
        return command.replaceAll("(Grant-CsApplicationAccessPolicy -PolicyName \\S+) -Identity \"[^\"]*\"", "$1 -Global");
    }

    /// Verdict, confidence, every probe and the facts, as a text.
    public String whole(Diagnosis of) {
        var probes = of.probes().stream().map(probe -> String.join(" · ", words.of(probe.kind()), probe.label(), probe.request(), probe.requestId(), probe.meaning()))
                .collect(Collectors.joining("\n"));
        return String.join("\n", of.pasted(), words.of(of.question()), title(of), text(of), confidence(of), "", probes, "", facts(of));
    }

    public String facts(Diagnosis of) {
        var facts = of.facts();
        return String.join("\n", title(of), facts.subject(), facts.organiser(), facts.joinUrl(), facts.meetingId(), facts.threadId(),
                of.probes().stream().map(probe -> String.join(" ", words.of(probe.kind()) + ":", probe.label(), probe.code(), probe.requestId()).strip())
                        .collect(Collectors.joining("\n"))).replaceAll("\n{2,}", "\n");
    }
}
