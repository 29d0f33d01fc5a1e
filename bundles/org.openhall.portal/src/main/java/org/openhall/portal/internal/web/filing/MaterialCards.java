package org.openhall.portal.internal.web.filing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.catalogue.ItemDefinition.Need;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.item.Answers;
import org.openhall.portal.internal.http.FileAnswers;

/** The materials of a draft as cards: what is asked for, whether it is there, what may be done. */
final class MaterialCards {

    private static final Map<String, String> ICONS = Map.of(
            "application/pdf", "file-earmark-pdf",
            "image/jpeg", "file-earmark-image",
            "image/png", "file-earmark-image");
    private static final List<String> PICTURES = List.of("jpg", "png");

    private final OpenDraft open;
    private final Answers answers;
    private final Map<String, List<StoredMaterial>> files;

    MaterialCards(OpenDraft open, List<StoredMaterial> files) {
        this.open = open;
        this.answers = open.effective();
        this.files = files.stream().collect(Collectors.groupingBy(StoredMaterial::code));
    }

    /** One card; see the template of the card for the meaning of each part. */
    public record Card(
            String id,
            String name,
            String need,
            String state,
            String text,
            List<String> errors,
            List<FileRow> files,
            String upload,
            String accept,
            boolean camera,
            boolean several,
            long maxBytes,
            String tooLarge) {}

    /** One file on its card. */
    public record FileRow(String name, String note, String icon, String preview, String download, String remove) {}

    /** All cards in the order of the item; messages by material are shown as failures. */
    List<Card> cards(Map<String, List<String>> errors) {
        return open.version().definition().materials().stream()
                .map(spec -> card(spec, errors.getOrDefault(spec.code(), List.of())))
                .toList();
    }

    /** Materials that must be there and are not. */
    long missing() {
        return count(spec -> required(spec) && files(spec).isEmpty());
    }

    /** What there is to say beside what lacks. */
    List<String> counts() {
        return List.of(
                        words(
                                "filing.materials.complete",
                                count(spec -> !files(spec).isEmpty())),
                        words(
                                "filing.materials.optional",
                                count(spec -> spec.need() == Need.OPTIONAL
                                        && files(spec).isEmpty())),
                        words(
                                "filing.materials.notNeeded",
                                count(spec -> !wanted(spec) && files(spec).isEmpty())))
                .stream()
                .filter(text -> !text.isEmpty())
                .toList();
    }

    boolean required(MaterialSpec spec) {
        return spec.need() == Need.REQUIRED || (spec.need() == Need.CONDITIONAL && wanted(spec));
    }

    /** False only for a material that the answers make superfluous. */
    boolean wanted(MaterialSpec spec) {
        return spec.need() != Need.CONDITIONAL || open.form().holds(spec.when(), answers);
    }

    List<StoredMaterial> files(MaterialSpec spec) {
        return files.getOrDefault(spec.code(), List.of());
    }

    /** HTML id of a material's card. */
    static String id(String code) {
        return "m-" + code;
    }

    private Card card(MaterialSpec spec, List<String> errors) {
        List<StoredMaterial> mine = files(spec);
        boolean more = wanted(spec) && mine.size() < spec.maxFiles();
        String size = open.words().fileSize(spec.maxBytes());
        return new Card(
                id(spec.code()),
                open.item().material(spec.code()),
                required(spec) ? "required" : spec.need().name().toLowerCase(Locale.ROOT),
                state(spec, mine, errors),
                text(spec, size),
                errors,
                mine.stream().map(this::row).toList(),
                more ? open.base() + "/materials/" + spec.code() : "",
                spec.accepts().stream().map(type -> "." + type).collect(Collectors.joining(",")),
                spec.accepts().stream().anyMatch(PICTURES::contains),
                spec.maxFiles() - mine.size() > 1,
                spec.maxBytes(),
                open.words().text("filing.refused.too-large", size));
    }

    private String state(MaterialSpec spec, List<StoredMaterial> mine, List<String> errors) {
        if (!errors.isEmpty()) {
            return "failed";
        }
        if (!mine.isEmpty()) {
            return "complete";
        }
        return wanted(spec) ? "empty" : "notNeeded";
    }

    private String text(MaterialSpec spec, String size) {
        String hint = open.item().hint(spec);
        String why = spec.need() != Need.CONDITIONAL
                ? ""
                : open.words().text(wanted(spec) ? "filing.materials.whyNeeded" : "filing.materials.whyNot");
        String kinds = wanted(spec) ? kinds(open, spec, size) : "";
        return List.of(why, hint, kinds).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(open.words().text("filing.sentence")));
    }

    /** PDF、JPG 或 PNG，每个不超过 20 MB，最多 5 个。 */
    static String kinds(OpenDraft open, MaterialSpec spec, String size) {
        List<String> types = spec.accepts().stream()
                .map(type -> type.toUpperCase(Locale.ROOT))
                .toList();
        String last = types.get(types.size() - 1);
        String first = String.join(open.words().text("filing.comma"), types.subList(0, types.size() - 1));
        String list = first.isEmpty() ? last : open.words().text("filing.or", first, last);
        return spec.maxFiles() == 1
                ? open.words().text("filing.materials.one", list, size)
                : open.words().text("filing.materials.several", list, size, spec.maxFiles());
    }

    private FileRow row(StoredMaterial file) {
        String path = open.base() + "/files/" + file.id();
        return new FileRow(
                file.fileName(),
                open.words().fileSize(file.size()),
                ICONS.getOrDefault(file.mediaType(), "file-earmark-text"),
                FileAnswers.shown(file) ? path : "",
                path + "?save",
                path + "/remove");
    }

    private String words(String key, long count) {
        return count == 0 ? "" : open.words().text(key, count);
    }

    private long count(java.util.function.Predicate<MaterialSpec> which) {
        return open.version().definition().materials().stream().filter(which).count();
    }
}
