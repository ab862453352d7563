package app.lectern.vault;

/// Crockford's base 32: no letter that could be taken for a digit, and the usual confusions (O, I, L) forgiven.
final class Base32 {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Base32() {}

    static char[] encode(byte[] bytes) {
        var chars = new char[(bytes.length * 8 + 4) / 5];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (byte next : bytes) {
            buffer = (buffer << 8 | next & 0xFF) & 0xFFFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                chars[at++] = ALPHABET.charAt(buffer >> bits & 31);
            }
        }
        if (bits > 0) {
            chars[at] = ALPHABET.charAt(buffer << (5 - bits) & 31);
        }
        return chars;
    }

    /// The bytes of as many whole ones as the characters hold; every character must be a [#digit].
    static byte[] decode(char[] chars, int length) {
        var bytes = new byte[length];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (char next : chars) {
            buffer = (buffer << 5 | digit(next)) & 0xFFFF;
            bits += 5;
            if (bits >= 8 && at < length) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }

    /// The value of a character, or -1 for one that never occurs.
    static int digit(char character) {
        char upper = Character.toUpperCase(character);
        return switch (upper) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> ALPHABET.indexOf(upper);
        };
    }
}
