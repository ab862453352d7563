package app.lectern.demo.school;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/// Every identifier of the school, computed from the seed, a kind and a number rather than drawn in sequence:
/// so that any detail can be made late, twice, or not at all, and always come out the same.
public final class Ids {
    private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();

    private final long seed;

    Ids(long seed) {
        this.seed = seed;
    }

    /// A stream of its own for one thing.
    public SplittableRandom random(String kind, long number) {
        long state = seed * 0x9E3779B97F4A7C15L ^ kind.hashCode() * 0xC2B2AE3D27D4EB4FL ^ number * 0x165667B19E3779F9L;
        return new SplittableRandom(state ^ state >>> 29);
    }

    public String guid(String kind, long number) {
        var random = random(kind, number);
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /// The upper-case id of a file, as SharePoint makes them.
    public String driveItem(long drive, long number) {
        var text = new StringBuilder("01");
        var random = random("driveItem", drive << 32 ^ number);
        for (int i = 0; i < 32; i++) {
            text.append(BASE32[random.nextInt(32)]);
        }
        return text.toString();
    }

    /// The id of a document library: `b!` and the base64 of three GUIDs.
    public String drive(long number) {
        return "b!" + base64Url(bytes("drive", number, 48));
    }

    public String digits(String kind, long number, int count) {
        var random = random(kind, number);
        var text = new StringBuilder().append((char) ('1' + random.nextInt(9)));
        while (text.length() < count) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    public String letters(String kind, long number, int count) {
        return base64Url(bytes(kind, number, count)).replace('-', 'x').replace('_', 'y').substring(0, count);
    }

    /// The thread of a private meeting. The middle part is the base64 of a GUID's text, as Teams makes it.
    public String meetingThread(long number) {
        var encoded = Base64.getEncoder().withoutPadding()
                .encodeToString(guid("thread", number).getBytes(StandardCharsets.US_ASCII));
        return "19:meeting_" + encoded + "@thread.v2";
    }

    /// The thread of a chat from which people call one another.
    public String groupThread(long number) {
        return "19:" + hex(bytes("thread", number, 16)) + "@thread.v2";
    }

    /// The iCalUId: equal for organiser and attendees, and different for each occurrence, whose date it carries.
    public String iCalUid(long event, LocalDate occurrence) {
        var date = occurrence == null ? "00000000"
                : "%04X%02X%02X".formatted(occurrence.getYear(), occurrence.getMonthValue(), occurrence.getDayOfMonth());
        var tail = hex(bytes("iCalUid", event, 24)).toUpperCase(Locale.ROOT);
        return "040000008200E00074C5B7101A82E008" + date + tail.substring(0, 16) + "000000000000000010000000"
                + tail.substring(16);
    }

    public byte[] bytes(String kind, long number, int count) {
        var random = random(kind, number);
        var buffer = ByteBuffer.allocate(count + 8);
        while (buffer.position() < count) {
            buffer.putLong(random.nextLong());
        }
        return Arrays.copyOf(buffer.array(), count);
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
