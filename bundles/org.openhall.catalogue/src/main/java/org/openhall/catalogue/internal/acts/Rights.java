package org.openhall.catalogue.internal.acts;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.api.catalogue.Operator;
import org.openhall.api.forms.Defect;
import org.openhall.catalogue.internal.Shelf;
import org.openhall.catalogue.internal.Snapshot;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.definition.ItemFiles;
import org.openhall.catalogue.internal.list.ImplementationList;
import org.openhall.catalogue.internal.list.Offering;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose items are: of all departments that offer them. */
@Component(service = Rights.class)
public final class Rights {

    private final ImplementationList list;
    private final Faces faces;

    @Activate
    public Rights(@Reference ImplementationList list, @Reference Shelf shelf) {
        this.list = list;
        this.faces = new Faces(shelf);
    }

    /** The departments of items, in one query: those of rows linked to them, of rows their codes stand for, and of rows they bring. */
    public Map<String, Set<String>> departments(Snapshot now, Collection<String> items) {
        // an extension is of those whose item it extends
        Map<String, String> theirs = new HashMap<>();
        items.forEach(item -> theirs.put(item, now.composition().extended(item).orElse(item)));
        Map<String, Set<String>> departments = ofItems(now, Set.copyOf(theirs.values()));
        Map<String, Set<String>> found = new HashMap<>();
        theirs.forEach((key, item) -> found.put(key, departments.get(item)));
        return found;
    }

    private Map<String, Set<String>> ofItems(Snapshot now, Collection<String> items) {
        Map<String, List<Shelf.Built>> speak = faces.of(now, items);
        Set<String> codes = speak.values().stream()
                .flatMap(List::stream)
                .flatMap(built -> built.version().definition().serves().stream())
                .collect(Collectors.toSet());
        List<Offering> offerings = list.offerings(items, codes);
        Map<String, Set<String>> departments = new HashMap<>();
        for (String item : items) {
            Set<String> found = new TreeSet<>();
            offerings.stream()
                    .filter(offering -> offering.item().equals(item))
                    .forEach(offering -> found.add(offering.department()));
            speak.getOrDefault(item, List.of()).forEach(built -> found.addAll(of(built.version(), offerings)));
            departments.put(item, found);
        }
        return departments;
    }

    /** Whether an item is an operator's; for a hall's administrator without asking the database. */
    public boolean may(Operator by, Snapshot now, String item) {
        return by.departments().isEmpty()
                || by.may(departments(now, List.of(item)).get(item));
    }

    /** Whether a version of an item or extension is an operator's. */
    public boolean may(Operator by, Snapshot now, Shelf.Built built) {
        ItemVersion version = built.version();
        if (built.extension().isPresent()) {
            return may(by, now, built.extension().get().item());
        }
        return by.departments().isEmpty()
                || by.may(of(
                        version, list.offerings(List.of(), version.definition().serves())));
    }

    /** Why an operator may not bring a version; empty when he may. */
    public List<Defect> check(Operator by, Snapshot now, Shelf.Built built, Map<String, Integer> lines) {
        Defects defects = new Defects();
        if (by.departments().isEmpty()) {
            return defects.all();
        }
        if (built.extension().isPresent()) {
            String extended = built.extension().get().item();
            if (!may(by, now, extended)) {
                defects.add(notHis(ItemFiles.EXTENSION, lines.getOrDefault("extends.item", 0), extended));
            }
            return defects.all();
        }
        ItemVersion version = built.version();
        String item = version.definition().item();
        if (now.entered().containsKey(item) && !may(by, now, item)) {
            defects.add(notHis(ItemFiles.YAML, lines.getOrDefault("item", 0), item));
        }
        List<String> serves = version.definition().serves();
        List<Offering> offerings = list.offerings(List.of(), serves);
        for (int i = 0; i < serves.size(); i++) {
            String code = serves.get(i);
            if (!by.may(of(code, version, offerings))) {
                defects.add(
                        ItemFiles.YAML,
                        lines.getOrDefault("serves." + i, 0),
                        "Another department offers '" + code
                                + "', or none does; leave the code out, or ask an administrator of the hall.",
                        "“" + code + "”由别的部门办理，或者没有部门办理；请去掉这个编码，或者找大厅的管理员。");
            }
        }
        version.definition().implementations().stream()
                .filter(row -> serves.stream().noneMatch(code -> means(row, code)))
                .filter(row -> !by.may(Set.of(row.departmentCode())))
                .forEach(row -> defects.add(
                        ItemFiles.YAML,
                        lines.getOrDefault("implementations", 0),
                        "The row '" + row.code() + "' is of another department; leave it out.",
                        "“" + row.code() + "”这一行是别的部门的，请去掉。"));
        return defects.all();
    }

    /** What is said of an item of somebody else. */
    public static Defect notHis(String file, int line, String item) {
        return new Defect(
                file,
                line,
                "The item '" + item + "' is not of your departments; ask an administrator of the hall.",
                "事项“" + item + "”不属于您的部门，请找大厅的管理员。");
    }

    private static Set<String> of(ItemVersion version, List<Offering> offerings) {
        Set<String> found = new HashSet<>();
        version.definition().serves().forEach(code -> found.addAll(of(code, version, offerings)));
        version.definition().implementations().forEach(row -> found.add(row.departmentCode()));
        return found;
    }

    private static Set<String> of(String code, ItemVersion version, List<Offering> offerings) {
        Set<String> found = new HashSet<>();
        offerings.stream().filter(offering -> offering.is(code)).forEach(offering -> found.add(offering.department()));
        version.definition().implementations().stream()
                .filter(row -> means(row, code))
                .forEach(row -> found.add(row.departmentCode()));
        return found;
    }

    private static boolean means(Implementation row, String code) {
        return row.code().equals(code) || row.catalogueCode().equals(code);
    }
}
