package app.lectern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lectern.jobs.Job;
import app.lectern.jobs.JobInfo;
import app.lectern.jobs.TaskRunner;
import app.lectern.problems.Problem;
import app.lectern.problems.ProblemException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is handed to the system, without handing it over.
class DesktopOutsideTest {
    private final AtomicInteger begun = new AtomicInteger();
    private final DesktopOutside outside = new DesktopOutside(new TaskRunner() {
        @Override
        public <T> Job start(JobInfo info, Work<T> work, Consumer<? super T> done, Consumer<? super Problem> failed) {
            begun.incrementAndGet();
            return Job.NONE;
        }
    }, problem -> {});

    @Test
    void pagesAndMailsAreOpened() {
        outside.openPage("https://northfield.example/lessons");
        outside.openPage("mailto:?bcc=helen.marsh%40northfield.example&subject=Missed");
        assertThat(begun).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "ms-msdt:/id", "no-scheme"})
    void whatWouldStartProgramsIsNot(String address) {
        assertThatThrownBy(() -> outside.openPage(address)).isInstanceOf(ProblemException.class);
        assertThat(begun).hasValue(0);
    }
}
