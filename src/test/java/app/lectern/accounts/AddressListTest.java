package app.lectern.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressListTest {
    @Test
    void pastedTextIsSplitAtWhateverPeoplePutBetween() {
        var list = AddressList.ofText("""
                ruth@a.example, daniel@a.example; "Claire Dubois" <Claire@A.example>
                mailto:amina@a.example\thannah@a.example
                Sanjay Patel sanjay@a.example.
                """);
        assertThat(list.addresses()).containsExactly("ruth@a.example", "daniel@a.example", "claire@a.example", "amina@a.example",
                "hannah@a.example", "sanjay@a.example");
        assertThat(list.duplicates()).isZero();
        assertThat(list.malformed()).isZero();
    }

    @Test
    void duplicatesAndMalformedAddressesAreCounted() {
        var list = AddressList.ofText("ruth@a.example\nRUTH@A.EXAMPLE\nruth\n\n , ;\nruth@a\nruth@a.example");
        assertThat(list.addresses()).containsExactly("ruth@a.example", "ruth", "ruth@a");
        assertThat(list.duplicates()).isEqualTo(2);
        assertThat(list.malformed()).isEqualTo(2);
    }

    @Test
    void theColumnWithTheRightHeadingIsTaken() {
        assertThat(AddressList.ofCsv("Name;E-Mail;Boss\r\n\"Okafor; Ruth\";ruth@a.example;boss@a.example\r\n\"Say \"\"hi\"\"\";hi@a.example;\r\n").addresses())
                .containsExactly("ruth@a.example", "hi@a.example");
        assertThat(AddressList.ofCsv("displayName,userPrincipalName\nRuth,ruth@a.example").addresses()).containsExactly("ruth@a.example");
    }

    @Test
    void withoutHeadingTheFirstColumnWithAddressesIsTaken() {
        assertThat(AddressList.ofCsv("Ruth,ruth@a.example,1\nDaniel,daniel@a.example,2").addresses())
                .containsExactly("ruth@a.example", "daniel@a.example");
        assertThat(AddressList.ofCsv("").addresses()).isEmpty();
    }

    @Test
    void filesAreReadAsSpreadsheetsSaveThem(@TempDir Path folder) throws Exception {
        var text = "Name,E-mail\nZoë Müller,zoe@a.example\n";
        var bom = folder.resolve("bom.csv");
        Files.writeString(bom, "\uFEFF" + text);
        var windows = folder.resolve("windows.csv");
        Files.write(windows, text.getBytes(Charset.forName("windows-1252")));
        var wide = folder.resolve("wide.csv");
        Files.write(wide, text.getBytes(StandardCharsets.UTF_16));
        var plain = folder.resolve("plain.txt");
        Files.writeString(plain, "zoe@a.example");
        for (var file : new Path[] {bom, windows, wide, plain}) {
            assertThat(AddressList.read(file).addresses()).as(file.toString()).containsExactly("zoe@a.example");
        }
    }

    @Test
    void whateverIsPastedNothingIsLostAndNothingIsTwice() {
        var random = new Random(4);
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int at = random.nextInt(200); at > 0; at--) {
                text.append("ab@.,; \n\t\"<>'#".charAt(random.nextInt(14)));
            }
            var list = AddressList.ofText(text.toString());
            assertThat(new ArrayList<>(new java.util.LinkedHashSet<>(list.addresses()))).isEqualTo(list.addresses());
            assertThat(list.malformed()).isLessThanOrEqualTo(list.addresses().size());
            assertThat(AddressList.ofCsv(text.toString()).addresses()).doesNotContainNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ruth@a.example", "o'neil@a.example", "a.b+c@x-y.co.uk", "lena_t.example#ext#@school.onmicrosoft.com", "zoë@schule.example"})
    void wellFormed(String address) {
        assertThat(MailAddress.isWellFormed(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ruth", "ruth@", "@a.example", "ruth@a", "ruth@@a.example", "ruth@a..example", "ru th@a.example", ".r@a.example",
        "r.@a.example", "ruth@-a.example", "ruth@a.1"})
    void notWellFormed(String address) {
        assertThat(MailAddress.isWellFormed(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@gmail.com", "a@hotmail.co.uk", "a@outlook.de", "a@yahoo.fr", "a@icloud.com", "a@web.de"})
    void consumerDomains(String address) {
        assertThat(MailAddress.isConsumer(address)).isTrue();
        assertThat(MailAddress.isConsumer(address.replace("@", "@school."))).isFalse();
    }
}
