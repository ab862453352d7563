import app.lectern.shell.controls.LecternMark;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;

/// Draws the program's mark in every size that the systems want: PNG files, one ICO for Windows, one ICNS for macOS. The mark is the
/// one that the window itself shows, so there is no picture to keep in step.
///
///     java Icons.java --to FOLDER
final class Icons {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512, 1024);
    private static final List<Integer> ICO = List.of(16, 24, 32, 48, 64, 256);
    /// The types that take a PNG, by size.
    private static final Map<String, Integer> ICNS = new TreeMap<>(Map.of(
            "icp4", 16, "icp5", 32, "ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024, "ic11", 32, "ic12", 64, "ic13", 256, "ic14", 512));

    private Icons() {}

    static void main(String[] args) throws Exception {
        var folder = Files.createDirectories(Arguments.of(args).path("to"));
        var drawn = new CompletableFuture<Map<Integer, byte[]>>();
        Platform.startup(() -> drawn.completeAsync(Icons::draw, Runnable::run));
        var pictures = drawn.get();
        Platform.exit();
        for (var each : pictures.entrySet()) {
            Files.write(folder.resolve("lectern-" + each.getKey() + ".png"), each.getValue());
        }
        Files.write(folder.resolve("lectern.png"), pictures.get(256));
        Files.write(folder.resolve("lectern.ico"), ico(pictures));
        Files.write(folder.resolve("lectern.icns"), icns(pictures));
    }

    private static Map<Integer, byte[]> draw() {
        var pictures = new TreeMap<Integer, byte[]>();
        SIZES.forEach(size -> pictures.put(size, png(size)));
        return pictures;
    }

    private static byte[] png(int size) {
        var picture = new Scene(new Group(new LecternMark(size)), size, size, Color.TRANSPARENT).snapshot(null);
        var pixels = new int[size * size];
        picture.getPixelReader().getPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), pixels, 0, size);
        var copy = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, size, size, pixels, 0, size);
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(copy, "png", out);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /// A table of contents with 16 bytes a picture, then the pictures.
    private static byte[] ico(Map<Integer, byte[]> pictures) {
        int length = 6 + 16 * ICO.size() + ICO.stream().mapToInt(size -> pictures.get(size).length).sum();
        var out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0).putShort((short) 1).putShort((short) ICO.size());
        int at = 6 + 16 * ICO.size();
        for (int size : ICO) {
            // 256 is written as 0
            out.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            out.putInt(pictures.get(size).length).putInt(at);
            at += pictures.get(size).length;
        }
        ICO.forEach(size -> out.put(pictures.get(size)));
        return out.array();
    }

    private static byte[] icns(Map<Integer, byte[]> pictures) throws IOException {
        var parts = new ByteArrayOutputStream();
        var out = new DataOutputStream(parts);
        for (var each : ICNS.entrySet()) {
            var picture = pictures.get(each.getValue());
            out.writeBytes(each.getKey());
            out.writeInt(8 + picture.length);
            out.write(picture);
        }
        var whole = new ByteArrayOutputStream();
        var header = new DataOutputStream(whole);
        header.writeBytes("icns");
        header.writeInt(8 + parts.size());
        parts.writeTo(whole);
        return whole.toByteArray();
    }
}
