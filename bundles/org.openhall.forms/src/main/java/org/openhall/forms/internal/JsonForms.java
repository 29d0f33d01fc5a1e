package org.openhall.forms.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.api.forms.Forms;
import org.openhall.api.users.Directory;
import org.openhall.forms.internal.Element.Ask;
import org.openhall.forms.internal.Element.Step;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Compiles JSON Schema with a JSON Forms layout. */
@Component
public final class JsonForms implements Forms {

    private final Regions regions;

    /**
     * Forms over the regions of a directory.
     *
     * @param directory names regions, for questions that ask for one
     */
    @Activate
    public JsonForms(@Reference Directory directory) {
        this.regions = new Regions() {
            @Override
            public Optional<Directory.Region> region(String code) {
                return directory.region(code);
            }

            @Override
            public List<Directory.Region> below(String parent) {
                return directory.below(parent);
            }
        };
    }

    @Override
    public Compiled compile(
            String schemaFile, String schema, String uiFile, String ui, Map<String, Map<String, String>> texts) {
        Defects defects = new Defects();
        Optional<JsonSource> schemaSource = JsonSource.read(schemaFile, schema, defects);
        Optional<JsonSource> uiSource = JsonSource.read(uiFile, ui, defects);
        if (schemaSource.isEmpty() || uiSource.isEmpty()) {
            return new Bad(defects.all());
        }
        Checker checker = new Checker();
        Map<String, Place> places = new SchemaReader(checker).read(Spot.root(schemaSource.get(), defects));
        ConditionReader conditions = new ConditionReader(checker);
        Spot layout = Spot.root(uiSource.get(), defects);
        List<Step> steps = new UiReader(conditions).read(layout, places);
        List<Ask> asks = steps.stream().flatMap(step -> step.asks().stream()).toList();
        Sheet sheet = Sheet.of(asks, places);
        Layouts.check(layout, sheet);
        Texts words = new Texts(texts);
        new TextCheck(schemaFile, words, defects).check(steps);
        if (!defects.none()) {
            return new Bad(defects.all());
        }
        Blueprint blueprint = Blueprint.of(schema, ui, steps, sheet, words, new RegionTree(regions), conditions);
        return new Good(new CompiledForm(blueprint));
    }
}
