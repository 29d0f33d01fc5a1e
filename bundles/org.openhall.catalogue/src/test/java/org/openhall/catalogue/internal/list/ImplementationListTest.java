package org.openhall.catalogue.internal.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openhall.api.catalogue.Catalogue;
import org.openhall.api.catalogue.Implementation;
import org.openhall.api.catalogue.ItemList;
import org.openhall.api.catalogue.ItemQuery;
import org.openhall.catalogue.internal.testing.ParkingItem;
import org.openhall.catalogue.internal.testing.TestHall;
import org.openhall.storage.testing.TestStorage;

class ImplementationListTest {

    enum Base {
        H2,
        POSTGRES
    }

    private TestHall hall;
    private Catalogue catalogue;

    private void open(Base base) {
        hall = TestHall.on(base == Base.H2 ? TestStorage.onH2() : TestStorage.onPostgres());
        catalogue = hall.catalogue();
    }

    @AfterEach
    void close() {
        if (hall != null) {
            hall.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCanBeFiledComesFirstThenByNamePageByPage(Base base) {
        open(base);
        List<Implementation> rows = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            rows.add(row("c" + i, "", "许可" + (char) ('A' + i % 5), "d" + i % 2, List.of("自然人"), List.of("生活")));
        }
        catalogue.put(rows);
        hall.enters(ParkingItem.first().yaml("serves: [parking-permit]", "serves: [parking-permit, c24]"));

        List<String> codes = new ArrayList<>();
        Optional<String> after = Optional.empty();
        int pages = 0;
        do {
            ItemList list = catalogue.search(query("", 7, after));
            assertThat(list.total()).isEqualTo(26);
            list.page().entries().forEach(row -> codes.add(row.code()));
            after = list.page().next();
            pages++;
        } while (after.isPresent());

        assertThat(pages).isEqualTo(4);
        assertThat(codes).hasSize(26).doesNotHaveDuplicates();
        assertThat(codes.subList(0, 2)).containsExactlyInAnyOrder("parking-permit", "c24");
        assertThat(codes.subList(2, 7)).containsExactly("c0", "c10", "c15", "c20", "c5");
        assertThat(catalogue.popular(20)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void severalAreFoundAtOnceByTheirCodes(Base base) {
        open(base);
        catalogue.put(List.of(
                row("a", "x", "一", "d1", List.of("自然人"), List.of()),
                row("b", "x", "二", "d1", List.of("自然人"), List.of()),
                row("c", "x", "三", "d1", List.of("自然人"), List.of())));

        Map<String, Implementation> found = catalogue.implementations(Set.of("a", "c", "x", "unknown"));
        assertThat(found).containsOnlyKeys("a", "c");
        assertThat(found).containsEntry("c", catalogue.implementation("c").orElseThrow());
        assertThat(catalogue.implementations(Set.of())).isEmpty();
        Set<String> many = IntStream.rangeClosed(0, 500).mapToObj(i -> "c" + i).collect(Collectors.toSet());
        assertThatThrownBy(() -> catalogue.implementations(many)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyWordMustHitWhateverItsWidthOrCase(Base base) {
        open(base);
        catalogue.put(List.of(
                row("a", "", "临时摊点设置许可", "城管局", List.of("企业法人"), List.of()),
                row("b", "", "KTV 100% 许可_证", "文旅局", List.of("自然人"), List.of())));
        hall.enters(ParkingItem.first());

        assertThat(found("摊点 城管")).containsExactly("a");
        assertThat(found("摊点 文旅")).isEmpty();
        assertThat(found("ｋｔｖ")).containsExactly("b");
        assertThat(found("100%")).containsExactly("b");
        assertThat(found("1%0")).isEmpty();
        assertThat(found("可_证")).containsExactly("b");
        assertThat(found("临_摊点")).isEmpty();
        assertThat(found("!")).isEmpty();
        assertThat(found("GARAGE")).as("by an alias of the item that serves it").containsExactly("parking-permit");
        assertThat(found("'; drop table implementation; --")).isEmpty();
        assertThat(catalogue.suggest("许可", 10)).extracting(Implementation::code).contains("a", "b");
        assertThat(catalogue.suggest("临时", 10)).extracting(Implementation::code).containsExactly("a");
        assertThat(catalogue.suggest("  ", 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFacetCountsWhatItsOtherValuesWouldFind(Base base) {
        open(base);
        catalogue.put(List.of(
                row("a", "", "一", "d1", List.of("自然人"), List.of("生活", "交通")),
                row("b", "", "二", "d2", List.of("企业法人"), List.of("生活")),
                row("c", "", "三", "d2", List.of("自然人", "企业法人"), List.of())));

        ItemQuery query = new ItemQuery(
                "",
                List.of(),
                List.of("d2"),
                List.of("natural"),
                List.of(),
                List.of(),
                Optional.empty(),
                10,
                Optional.empty());
        ItemList list = catalogue.search(query);

        assertThat(list.page().entries()).extracting(Implementation::code).containsExactly("c");
        assertThat(counts(list, "department")).isEqualTo(Map.of("d1", 1L, "d2", 1L));
        assertThat(counts(list, "subject")).isEqualTo(Map.of("natural", 1L, "legal", 2L));
        assertThat(counts(list, "online")).isEqualTo(Map.of("false", 1L));
        assertThat(counts(list, "theme")).isEmpty();
        assertThat(list.facets().get("region")).singleElement().satisfies(facet -> {
            assertThat(facet.value()).isEqualTo("110000");
            assertThat(facet.label()).isEqualTo("北京市");
        });
        assertThat(catalogue.themes(10))
                .extracting(ItemList.Facet::value, ItemList.Facet::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("生活", 2L), org.assertj.core.groups.Tuple.tuple("交通", 1L));
        assertThat(catalogue
                        .search(new ItemQuery(
                                "",
                                List.of("110000"),
                                List.of(),
                                List.of(),
                                List.of("交通"),
                                List.of("行政许可"),
                                Optional.of(false),
                                10,
                                Optional.empty()))
                        .page()
                        .entries())
                .extracting(Implementation::code)
                .containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource
    void aRowGoesThereAndBackUnchangedAndMayBeReplaced(Base base) {
        open(base);
        Implementation row = row("a", "cat", "一", "d1", List.of("自然人", "法人"), List.of("生活", "交通"));
        catalogue.put(List.of(row));
        assertThat(catalogue.implementation("a")).contains(row);

        Implementation other = row("a", "cat", "二", "d1", List.of("法人"), List.of("生活"));
        catalogue.put(List.of(row, other));
        assertThat(catalogue.implementation("a")).contains(other);
        assertThat(catalogue.themes(10))
                .singleElement()
                .satisfies(theme -> assertThat(theme.count()).isEqualTo(1));
    }

    @Test
    void aCatalogueCodePutsAllItsRowsOnlineAndALaterVersionMayLetGo() {
        open(Base.H2);
        catalogue.put(List.of(
                row("a", "shared", "一", "d1", List.of(), List.of()),
                row("b", "shared", "二", "d2", List.of(), List.of()),
                row("c", "other", "三", "d2", List.of(), List.of())));
        hall.enters(ParkingItem.first().yaml("serves: [parking-permit]", "serves: [parking-permit, shared]"));
        catalogue.put(List.of(row("d", "shared", "四", "d3", List.of(), List.of())));

        assertThat(catalogue.popular(20))
                .extracting(Implementation::code)
                .containsExactlyInAnyOrder("a", "b", "d", "parking-permit");
        hall.enters(ParkingItem.first().version("1.1.0"));
        assertThat(catalogue.popular(20)).extracting(Implementation::code).containsExactly("parking-permit");
        assertThat(found("garage")).containsExactly("parking-permit");
    }

    @Test
    void aLaterVersionBringsItsOwnRowUpToDateAndLeavesWhatAListHas() {
        open(Base.H2);
        hall.enters(ParkingItem.first());
        hall.enters(ParkingItem.first().version("1.1.0").yaml("days: 3", "days: 2"));
        assertThat(catalogue.implementation("parking-permit"))
                .hasValueSatisfying(row -> assertThat(row.promisedDays()).hasValue(2));

        Implementation listed = row("parking-permit", "", "停车", "d1", List.of("自然人"), List.of());
        catalogue.put(List.of(listed));
        hall.enters(ParkingItem.first().version("1.2.0").yaml("days: 3", "days: 1"));
        assertThat(catalogue.implementation("parking-permit")).hasValueSatisfying(row -> {
            assertThat(row.promisedDays()).hasValue(3);
            assertThat(row.name()).isEqualTo("停车");
            assertThat(row.item()).isEqualTo("parking");
        });
    }

    @Test
    void whatNeverCameFromAPageIsRefused() {
        open(Base.H2);

        assertThatThrownBy(() -> catalogue.search(query("", 7, Optional.of("@@"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> catalogue.search(query("", 7, Optional.of("YQ"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> found(String words) {
        return catalogue.search(query(words, 10, Optional.empty())).page().entries().stream()
                .map(Implementation::code)
                .toList();
    }

    private static Map<String, Long> counts(ItemList list, String facet) {
        return list.facets().get(facet).stream()
                .collect(java.util.stream.Collectors.toMap(ItemList.Facet::value, ItemList.Facet::count));
    }

    private static ItemQuery query(String words, int limit, Optional<String> after) {
        return new ItemQuery(
                words, List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), limit, after);
    }

    private static Implementation row(
            String code,
            String catalogueCode,
            String name,
            String department,
            List<String> subjects,
            List<String> themes) {
        return new Implementation(
                code,
                catalogueCode,
                name,
                department,
                department,
                "110000",
                "北京市",
                "行政许可",
                subjects,
                themes,
                OptionalInt.of(3),
                OptionalInt.empty(),
                OptionalInt.of(0),
                "",
                Map.of("phone", "010"));
    }
}
