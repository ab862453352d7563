package app.lectern.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void printsAsStars() {
        assertThat(Secret.of("hunter2")).hasToString("***");
        assertThat("value: " + Secret.of("hunter2")).doesNotContain("hunter2");
    }

    @Test
    void equalsByContentAndHashesAlike() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a".toCharArray())).isNotEqualTo(Secret.of("b"));
        assertThat(Secret.of("a")).hasSameHashCodeAs(Secret.of("b"));
    }

    @Test
    void keepsWhatUtf8Carries() {
        var text = "grün 鍵 🗝";
        assertThat(Secret.ofUtf8(Secret.of(text).utf8()).copyChars()).isEqualTo(text.toCharArray());
    }

    @Test
    void isNotTouchedWhenTheCallerWipesHisCopy() {
        var typed = "abc".toCharArray();
        var secret = Secret.of(typed);
        typed[0] = 'x';
        secret.copyChars()[1] = 'x';
        assertThat(secret.copyChars()).containsExactly('a', 'b', 'c');
    }

    @Test
    void givesNothingOutAfterItIsClosed() {
        var secret = Secret.of("abc");
        secret.close();
        assertThatThrownBy(secret::copyChars).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(secret::utf8).isInstanceOf(IllegalStateException.class);
    }
}
