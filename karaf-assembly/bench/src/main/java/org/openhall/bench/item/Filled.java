package org.openhall.bench.item;

/** Answers that the form of one line accepts, fifteen of them, as JSON. */
public final class Filled {

    private Filled() {}

    public static String form(ItemVersion version) {
        return form(version, "请在工作日联系。");
    }

    /** The same, on which a rule that can misbehave does. */
    public static String trouble(ItemVersion version) {
        return form(version, Trouble.WORD);
    }

    private static String form(ItemVersion version, String remark) {
        return """
                {"name":"压测","place":"亳州市谯城区光明西路 66 号门前","width":6,"height":2.5,"pieces":2,"phone":"13805670129",\
                "mail":"bench@example.org","begin":"2027-03-01","until":"2027-09-01","material":"steel","lit":true,\
                "owner":"亳州市晨光广告有限公司","delivery":"courier","remark":"%s","%s":"%s"}""".formatted(remark, version.field(), version.line());
    }
}
