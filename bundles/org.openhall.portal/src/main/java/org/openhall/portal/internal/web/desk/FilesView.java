package org.openhall.portal.internal.web.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.cases.CaseFile;
import org.openhall.api.cases.CaseFile.MaterialOpinion;
import org.openhall.api.catalogue.ItemDefinition.MaterialSpec;
import org.openhall.api.materials.StoredMaterial;
import org.openhall.portal.internal.http.FileAnswers;

/** The files of a case in the order of the item's materials, what officials said about each, and the one that is shown. */
final class FilesView {

    private final CaseFile file;
    private final CaseWords words;
    private final List<StoredMaterial> ordered = new ArrayList<>();
    private final Map<Long, MaterialOpinion> latest = new LinkedHashMap<>();

    FilesView(CaseFile file, CaseWords words) {
        this.file = file;
        this.words = words;
        List<String> codes = specs().stream().map(MaterialSpec::code).toList();
        codes.forEach(code -> file.materials().stream()
                .filter(material -> material.code().equals(code))
                .forEach(ordered::add));
        file.materials().stream()
                .filter(material -> !codes.contains(material.code()))
                .forEach(ordered::add);
        file.opinions().forEach(opinion -> latest.putIfAbsent(opinion.material(), opinion));
    }

    /** One line of the list; without an address it was not handed in. */
    public record Line(String name, String note, String href, String state, boolean current) {}

    /** An opinion. */
    public record Opinion(boolean sound, String text, String who, String when) {}

    /** The form for one's own opinion. */
    public record OwnOpinion(String action, boolean fine, String text, String error) {}

    /** The file in the middle. */
    public record Shown(
            String name,
            String note,
            Optional<String> picture,
            Optional<String> pdf,
            String download,
            List<Opinion> opinions,
            Optional<OwnOpinion> opinion) {}

    /** What to show: the one asked for, else the first nobody has looked at, else the first. */
    Optional<StoredMaterial> chosen(Optional<Long> wanted) {
        return ordered.stream()
                .filter(material -> wanted.filter(id -> id == material.id()).isPresent())
                .findFirst()
                .or(this::unseen)
                .or(() -> ordered.stream().findFirst());
    }

    /** The first file nobody has an opinion about. */
    Optional<StoredMaterial> unseen() {
        return ordered.stream()
                .filter(material -> !latest.containsKey(material.id()))
                .findFirst();
    }

    List<Line> lines(Optional<StoredMaterial> shown) {
        List<Line> lines = new ArrayList<>();
        ordered.forEach(material -> lines.add(line(material, shown)));
        specs().stream()
                .filter(spec ->
                        ordered.stream().noneMatch(material -> material.code().equals(spec.code())))
                .forEach(spec -> lines.add(new Line(
                        words.material(spec.code()),
                        words.text("component.need." + spec.need().name().toLowerCase(java.util.Locale.ROOT)),
                        "",
                        "waiting",
                        false)));
        return lines;
    }

    String seen() {
        return ordered.isEmpty() ? "" : words.text("desk.seen", latest.size(), ordered.size());
    }

    /** What officials have against files, as points of an opinion. */
    List<String> complaints() {
        List<String> points = new ArrayList<>();
        for (StoredMaterial material : ordered) {
            MaterialOpinion opinion = latest.get(material.id());
            if (opinion != null && !opinion.sound()) {
                points.add(
                        words.text("desk.point", points.size() + 1, words.material(material.code()), opinion.text()));
            }
        }
        return points;
    }

    Shown shown(StoredMaterial material, boolean mayOpine, Reply reply) {
        String address = DeskLinks.caseOf(file.head().number()) + "/files/" + material.id();
        boolean pdf = material.mediaType().equals("application/pdf");
        boolean picture = FileAnswers.shown(material) && !pdf;
        List<Opinion> opinions = file.opinions().stream()
                .filter(opinion -> opinion.material() == material.id())
                .map(this::opinion)
                .toList();
        Optional<OwnOpinion> own = mayOpine
                ? Optional.of(
                        new OwnOpinion(address + "/opinion", sound(material), reply.remark(), reply.remarkError()))
                : Optional.empty();
        return new Shown(
                material.fileName(),
                note(material),
                picture ? Optional.of(address) : Optional.empty(),
                pdf ? Optional.of(address) : Optional.empty(),
                address + "?save=1",
                opinions,
                own);
    }

    private Line line(StoredMaterial material, Optional<StoredMaterial> shown) {
        MaterialOpinion opinion = latest.get(material.id());
        String state = opinion == null ? "open" : opinion.sound() ? "fine" : "wrong";
        String note = opinion == null || opinion.sound() ? note(material) : opinion.text();
        return new Line(
                material.fileName(),
                note,
                DeskLinks.fileOf(file.head().number(), material.id()),
                state,
                shown.filter(other -> other.id() == material.id()).isPresent());
    }

    private boolean sound(StoredMaterial material) {
        MaterialOpinion opinion = latest.get(material.id());
        return opinion != null && opinion.sound();
    }

    private Opinion opinion(MaterialOpinion opinion) {
        String who = opinion.post().isEmpty()
                ? opinion.by()
                : opinion.by() + words.text("desk.comma") + words.post(opinion.post());
        return new Opinion(opinion.sound(), opinion.text(), who, words.hall().dateTime(opinion.at()));
    }

    private String note(StoredMaterial material) {
        return words.material(material.code())
                + words.text("desk.comma")
                + words.hall().fileSize(material.size());
    }

    private List<MaterialSpec> specs() {
        return words.version().map(version -> version.definition().materials()).orElse(List.of());
    }
}
