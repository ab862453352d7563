package app.lectern.integrations.wizard;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// An address as a QR code: dark on white in both themes, for cameras expect that, with the margin of four modules that
/// the standard asks for. Screen readers get the address itself.
final class QrPane extends StackPane {
    private static final int MARGIN = 4;
    private static final Color DARK = Color.web("#24292f");

    private final Canvas canvas = new Canvas();
    private final double side;

    QrPane(double side) {
        this.side = side;
        getStyleClass().add("lx-qr");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(side, side);
        setMaxSize(side, side);
        getChildren().add(canvas);
    }

    /// Draws the address, or leaves the field white while there is none.
    void show(String address, String spoken) {
        setAccessibleText(spoken);
        canvas.setWidth(side);
        canvas.setHeight(side);
        var pen = canvas.getGraphicsContext2D();
        pen.setFill(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        if (!address.isEmpty()) {
            draw(matrix(address));
        }
    }

    /// Edges fall on whole pixels, so that they stay sharp; modules then differ by one pixel at most.
    private void draw(BitMatrix matrix) {
        double module = side / (matrix.getWidth() + 2 * MARGIN);
        var pen = canvas.getGraphicsContext2D();
        pen.setFill(DARK);
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    double left = Math.round((x + MARGIN) * module);
                    double top = Math.round((y + MARGIN) * module);
                    pen.fillRect(left, top, Math.round((x + MARGIN + 1) * module) - left, Math.round((y + MARGIN + 1) * module) - top);
                }
            }
        }
    }

    private static BitMatrix matrix(String address) {
        try {
            return new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, Map.of(
                    EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code: " + address.length() + " characters", tooLong);
        }
    }
}
