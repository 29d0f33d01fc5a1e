package org.openhall.demo.internal;

import java.util.List;
import org.openhall.api.users.AccountKind;
import org.openhall.api.users.Post;
import org.openhall.api.users.Posts;

/** One account of the demo hall; the file given to whoever tries it has the same fields. */
record DemoAccount(
        String username,
        AccountKind kind,
        String name,
        String idNumber,
        String representative,
        String phone,
        boolean oneTime,
        List<Post> posts) {

    private static final String REGION = "341600";
    private static final String BUREAU = "sample-341600-urban-management";

    /** Invented people and firms with formally correct numbers. */
    static List<DemoAccount> all() {
        return List.of(
                organisation("chenguang", "亳州市晨光广告有限公司", "91341600MA2N8K4T7A", "周文清"),
                organisation("xingqiao", "亳州市星桥传媒有限公司", "91341600MA8X3C6R23", "李星桥"),
                person("chenxiaozhou", "陈晓舟", "341602199003070019"),
                official("wangmin", "王敏", "intake", BUREAU, REGION),
                official("zhaolei", "赵磊", "intake", BUREAU, REGION),
                official("sunli", "孙莉", "review", BUREAU, REGION),
                official("qianjun", "钱军", "approve", BUREAU, REGION),
                official("zhouting", "周婷", "issue", BUREAU, REGION),
                official("liuyang", "刘洋", "intake", "006940116", "440000"),
                firstSignIn("wuhao", "吴昊", "intake", BUREAU, REGION),
                new DemoAccount(
                        "hejing",
                        AccountKind.ADMINISTRATOR,
                        "何静",
                        "",
                        "",
                        "",
                        false,
                        List.of(new Post(Posts.ADMINISTRATE, BUREAU, REGION))),
                new DemoAccount(
                        "admin", AccountKind.ADMINISTRATOR, "大厅管理员", "", "", "", false, List.of(Post.ofHall())));
    }

    private static DemoAccount organisation(String username, String name, String creditCode, String representative) {
        return new DemoAccount(
                username, AccountKind.ORGANISATION, name, creditCode, representative, "13805670129", false, List.of());
    }

    private static DemoAccount person(String username, String name, String residentId) {
        return new DemoAccount(username, AccountKind.PERSON, name, residentId, "", "13805670130", false, List.of());
    }

    private static DemoAccount official(String username, String name, String post, String department, String region) {
        return new DemoAccount(
                username, AccountKind.OFFICIAL, name, "", "", "", false, List.of(new Post(post, department, region)));
    }

    private static DemoAccount firstSignIn(
            String username, String name, String post, String department, String region) {
        return new DemoAccount(
                username, AccountKind.OFFICIAL, name, "", "", "", true, List.of(new Post(post, department, region)));
    }

    /** Staff get their account from the hall, the others register. */
    boolean staff() {
        return kind == AccountKind.OFFICIAL || kind == AccountKind.ADMINISTRATOR;
    }
}
