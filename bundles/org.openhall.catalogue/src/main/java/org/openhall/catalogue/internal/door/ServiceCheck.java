package org.openhall.catalogue.internal.door;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openhall.api.catalogue.ItemVersion;
import org.openhall.catalogue.internal.CatalogueSettings;
import org.openhall.catalogue.internal.definition.Check;
import org.openhall.catalogue.internal.definition.Defects;
import org.openhall.catalogue.internal.definition.Extension;
import org.openhall.catalogue.internal.definition.Sample;
import org.openhall.catalogue.internal.running.ItemBundles;
import org.openhall.catalogue.internal.running.ItemCalls;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks whether a started bundle offers the services its definition names, those only, whether they can be made, and what its rules say of its
 * samples.
 */
@Component(service = ServiceCheck.class, configurationPid = "org.openhall.catalogue")
public final class ServiceCheck {

    private final ItemBundles bundles;
    private final CatalogueSettings settings;

    @Activate
    public ServiceCheck(@Reference ItemBundles bundles, CatalogueSettings settings) {
        this.bundles = bundles;
        this.settings = settings;
    }

    /** Looks at a version that was started; mistakes go to the defects. */
    public void check(ItemVersion version, Map<String, Integer> lines, List<Sample> samples, Defects defects) {
        services(version, lines, defects.by(Check.SERVICES));
        if (defects.none()) {
            new RuleTrial(new ItemCalls(bundles, settings), version, lines, defects.by(Check.RULES)).check(samples);
        }
    }

    private void services(ItemVersion version, Map<String, Integer> lines, Defects defects) {
        String file = Extension.file(version);
        List<String> needed = ItemCalls.needed(version);
        await(version, needed);
        List<String> offered = bundles.offered(version);
        Set<String> seen = new HashSet<>();
        for (String service : offered) {
            if (!seen.add(service)) {
                defects.add(
                        file,
                        line(service, version, lines),
                        said(service) + " is there twice; leave one out.",
                        chinese(service) + "出现了两次，请去掉一个。");
            } else if (!needed.contains(service)) {
                defects.add(
                        file,
                        0,
                        said(service) + " is not in " + file.substring(file.lastIndexOf('/') + 1)
                                + "; name it there or leave it out.",
                        chinese(service) + "不在 " + file.substring(file.lastIndexOf('/') + 1) + " 里，请在那里写上或者去掉它。");
            }
        }
        for (String service : needed) {
            if (!seen.contains(service)) {
                defects.add(
                        file,
                        line(service, version, lines),
                        said(service) + " is not there after " + settings.wait_seconds()
                                + " seconds; register it as a component with this name, or take the name out.",
                        chinese(service) + "等了 " + settings.wait_seconds() + " 秒仍不在；请用这个名称登记组件，或者去掉名称。");
            }
        }
        if (defects.none()) {
            bundles.probe(version)
                    .forEach((service, why) -> defects.add(
                            file,
                            line(service, version, lines),
                            said(service) + " cannot be made: " + why,
                            chinese(service) + "不能创建：" + why));
        }
    }

    private void await(ItemVersion version, List<String> needed) {
        long until = System.nanoTime() + settings.wait_seconds() * 1_000_000_000L;
        try {
            while (!bundles.offered(version).containsAll(needed) && System.nanoTime() < until) {
                bundles.awaitChange();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int line(String service, ItemVersion version, Map<String, Integer> lines) {
        String name = name(service);
        if (service.startsWith("item.rule")) {
            return lines.getOrDefault("rules." + name, 0);
        }
        return version.definition().steps().values().stream()
                .filter(step -> step.automatic().filter(name::equals).isPresent())
                .map(step -> lines.getOrDefault("steps." + step.id() + ".automatic", 0))
                .findFirst()
                .orElse(0);
    }

    private static String said(String service) {
        return (service.startsWith("item.rule") ? "The Rule '" : "The ReviewStep '") + name(service) + "'";
    }

    private static String chinese(String service) {
        return (service.startsWith("item.rule") ? "规则“" : "自动环节“") + name(service) + "”";
    }

    private static String name(String service) {
        return service.substring(service.indexOf(' ') + 1);
    }
}
