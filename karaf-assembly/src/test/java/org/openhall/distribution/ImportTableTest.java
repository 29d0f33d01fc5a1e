package org.openhall.distribution;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openhall.distribution.ImportTable.Library;

/** Holds the import table on the manifests and on the class files of what was built. */
class ImportTableTest {

    private static final List<BuiltBundle> BUNDLES = BuiltBundle.all();

    private static final Map<BuiltBundle, JavaClasses> CLASSES = new ConcurrentHashMap<>();

    static Stream<BuiltBundle> bundles() {
        return BUNDLES.stream();
    }

    /** Those whose classes we wrote. */
    static Stream<BuiltBundle> written() {
        return BUNDLES.stream().filter(bundle -> !bundle.name().equals("org.openhall.jdbi"));
    }

    /** It knows the bundles from within, which only a build may. */
    @Test
    void theKitForAuthorsOfItemsIsNotInstalled() {
        assertThat(BUNDLES).extracting(BuiltBundle::name).doesNotContain("org.openhall.testkit");
        assertThat(ImportTable.of("org.openhall.testkit")).isEmpty();
    }

    @Test
    void theDistributionHasOurBundles() {
        assertThat(BUNDLES)
                .extracting(BuiltBundle::name)
                .contains("org.openhall.item", "org.openhall.api", "org.openhall.portal");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyBundleHasARow(BuiltBundle bundle) {
        assertThat(ImportTable.of(bundle.name()))
                .as("a row for %s in %s", bundle.name(), ImportTable.class.getSimpleName())
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleImportsOnlyWhatItsRowAllows(BuiltBundle bundle) {
        var row = ImportTable.of(bundle.name()).orElseThrow();

        assertThat(bundle.imports()).allMatch(name -> ImportTable.allows(row, name), "is allowed to " + bundle.name());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleExportsOnlyWhatItsRowSays(BuiltBundle bundle) {
        var row = ImportTable.of(bundle.name()).orElseThrow();

        assertThat(bundle.exports())
                .allMatch(name -> ImportTable.within(row.exports(), name), "is for others")
                .noneMatch(name -> name.startsWith("org.openhall.") && name.contains(".internal"));
    }

    @ParameterizedTest
    @MethodSource("written")
    void theClassFilesUseNoLibraryThatTheRowDoesNotName(BuiltBundle bundle) {
        var row = ImportTable.of(bundle.name()).orElseThrow();
        for (Library library : Library.values()) {
            if (!row.libraries().contains(library)) {
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(library.patterns())
                        .because("the row of " + bundle.name() + " does not name " + library)
                        .check(classesOf(bundle));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("written")
    void theClassFilesUseNoOtherBundleThanTheRowNames(BuiltBundle bundle) {
        var row = ImportTable.of(bundle.name()).orElseThrow();
        noClasses()
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("are another bundle's") {
                    @Override
                    public boolean test(JavaClass used) {
                        String name = used.getPackageName();
                        return name.startsWith("org.openhall.")
                                && !ImportTable.within(row.ours(), name)
                                && !ImportTable.within(java.util.Set.of(bundle.name()), name);
                    }
                })
                .check(classesOf(bundle));
    }

    @ParameterizedTest
    @MethodSource("written")
    void databasesAreTouchedOnlyInStorageAndInTables(BuiltBundle bundle) {
        if (!bundle.name().equals("org.openhall.storage")) {
            noClasses()
                    .that(new DescribedPredicate<JavaClass>("are no …Table") {
                        @Override
                        public boolean test(JavaClass written) {
                            return !outermost(written).getSimpleName().endsWith("Table");
                        }
                    })
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..")
                    .check(classesOf(bundle));
        }
    }

    @ParameterizedTest
    @MethodSource("written")
    void theContractsSpeakOnlyOfTheJdkAndOfOurselves(BuiltBundle bundle) {
        if (List.of("org.openhall.item", "org.openhall.api").contains(bundle.name())) {
            var foreign = classesOf(bundle).stream()
                    .flatMap(written -> written.getMethods().stream())
                    .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                    .flatMap(ImportTableTest::mentioned)
                    .map(JavaClass::getBaseComponentType)
                    .filter(type -> !type.isPrimitive())
                    .map(JavaClass::getName)
                    .filter(name -> !name.startsWith("java.") && !name.startsWith("org.openhall."))
                    .toList();

            assertThat(foreign).isEmpty();
        }
    }

    private static Stream<JavaClass> mentioned(JavaMethod method) {
        return Stream.of(
                        Stream.of(method.getRawReturnType()),
                        method.getRawParameterTypes().stream(),
                        method.getThrowsClause().stream().map(thrown -> thrown.getRawType()))
                .flatMap(types -> types);
    }

    private static JavaClass outermost(JavaClass inner) {
        return inner.getEnclosingClass().map(ImportTableTest::outermost).orElse(inner);
    }

    private static JavaClasses classesOf(BuiltBundle bundle) {
        return CLASSES.computeIfAbsent(bundle, ImportTableTest::read);
    }

    private static JavaClasses read(BuiltBundle bundle) {
        return new ClassFileImporter()
                .importLocations(List.of(
                        Location.of(java.net.URI.create("jar:" + bundle.jar().toUri() + "!/"))));
    }
}
