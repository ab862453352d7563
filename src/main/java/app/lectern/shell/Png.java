package app.lectern.shell;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes pictures as PNG without AWT, which the window's run-time image does not need otherwise.
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int EIGHT_BIT_RGB = 2;

    private Png() {}

    public static byte[] encode(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        try {
            var out = new ByteArrayOutputStream();
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(width, height));
            chunk(out, "IDAT", rows(pixels, width, height));
            chunk(out, "IEND", new byte[0]);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] header(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, EIGHT_BIT_RGB, 0, 0, 0});
        return bytes.toByteArray();
    }

    /// Each row as its difference from the row above, which is small in pictures of windows.
    private static byte[] rows(int[] pixels, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes)) {
            var above = new byte[width * 3];
            var row = new byte[width * 3];
            var line = new byte[width * 3 + 1];
            line[0] = 2;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int pixel = pixels[y * width + x];
                    row[x * 3] = (byte) (pixel >> 16);
                    row[x * 3 + 1] = (byte) (pixel >> 8);
                    row[x * 3 + 2] = (byte) pixel;
                }
                for (int i = 0; i < row.length; i++) {
                    line[i + 1] = (byte) (row[i] - above[i]);
                }
                deflated.write(line);
                var swap = above;
                above = row;
                row = swap;
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        var framed = new DataOutputStream(out);
        framed.writeInt(data.length);
        framed.write(name);
        framed.write(data);
        framed.writeInt((int) checksum.getValue());
    }
}
