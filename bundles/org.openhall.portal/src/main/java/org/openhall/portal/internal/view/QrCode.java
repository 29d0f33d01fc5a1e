package org.openhall.portal.internal.view;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004) as an SVG path: {@code <svg viewBox="0 0 size size"><path d="…"/></svg>}.
 *
 * @param size width and height in modules, with the quiet zone of four around it
 * @param path one rectangle for each run of dark modules
 */
public record QrCode(int size, String path) {

    /**
     * Encodes a text.
     *
     * @param text such as an address
     * @return the code
     * @throws IllegalArgumentException when the text is too long for one
     */
    public static QrCode of(String text) {
        try {
            return drawn(new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.MARGIN,
                                    4)));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too much for a QR code", e);
        }
    }

    private static QrCode drawn(BitMatrix modules) {
        var path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int start = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start).append(' ').append(y);
                    path.append('h')
                            .append(x - start)
                            .append("v1H")
                            .append(start)
                            .append('z');
                } else {
                    x++;
                }
            }
        }
        return new QrCode(modules.getWidth(), path.toString());
    }
}
