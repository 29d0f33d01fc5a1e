package org.openhall.materials.internal;

import java.util.List;
import java.util.Optional;

/** The types of files that items may accept. */
enum FileType {
    PDF("pdf", "application/pdf"),
    JPG("jpg", "image/jpeg"),
    PNG("png", "image/png"),
    DOC("doc", "application/msword"),
    XLS("xls", "application/vnd.ms-excel"),
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    FileType(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** As items name it. */
    String extension() {
        return extension;
    }

    /** RFC 2046. */
    String mediaType() {
        return mediaType;
    }

    /** This type, when it is among the accepted ones. */
    Optional<FileType> among(List<String> accepted) {
        return accepted.contains(extension) ? Optional.of(this) : Optional.empty();
    }
}
