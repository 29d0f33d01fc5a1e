package org.openhall.materials.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignaturesTest {

    @TempDir
    Path directory;

    @Test
    void knowsPicturesAndPdf() throws IOException {
        assertThat(typeOf(Samples.pdf(""))).contains(FileType.PDF);
        assertThat(typeOf(Samples.png())).contains(FileType.PNG);
        assertThat(typeOf(Samples.jpg())).contains(FileType.JPG);
    }

    @Test
    void tellsWordFromExcel() throws IOException {
        assertThat(typeOf(Samples.docx())).contains(FileType.DOCX);
        assertThat(typeOf(Samples.xlsx())).contains(FileType.XLSX);
        assertThat(typeOf(Samples.compound("WordDocument"))).contains(FileType.DOC);
        assertThat(typeOf(Samples.compound("Workbook"))).contains(FileType.XLS);
    }

    @Test
    void takesNothingElseForADocument() throws IOException {
        assertThat(typeOf(Samples.zip("word/document.xml", "<x/>"))).isEmpty();
        assertThat(typeOf(Samples.zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<x/>")))
                .isEmpty();
        assertThat(typeOf(Samples.compound("EncryptedPackage"))).isEmpty();
        assertThat(typeOf("<html>%PDF-1.7</html>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(typeOf(new byte[] {'%', 'P'})).isEmpty();
    }

    @Test
    void aBrokenFileIsOfNoType() throws IOException {
        byte[] whole = Samples.docx();
        assertThat(typeOf(Arrays.copyOf(whole, whole.length / 2))).isEmpty();
        byte[] compound = Samples.compound("WordDocument");
        assertThat(typeOf(Arrays.copyOf(compound, 700))).isEmpty();
        assertThat(typeOf(Arrays.copyOf(compound, 40))).isEmpty();
    }

    @Test
    void aDirectoryThatBitesItsTailEnds() throws IOException {
        byte[] compound = Samples.compound("Other");
        // The allocation table says: after sector 2 comes sector 1.
        compound[512 + 8] = 1;
        compound[512 + 9] = 0;
        compound[512 + 10] = 0;
        compound[512 + 11] = 0;
        assertThat(typeOf(compound)).isEmpty();
    }

    private Optional<FileType> typeOf(byte[] content) throws IOException {
        return Signatures.typeOf(Files.write(directory.resolve("file"), content));
    }
}
