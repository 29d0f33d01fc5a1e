package org.openhall.api.users;

import java.util.Set;

/** The posts of the hall. An item's steps name one of the first four. */
public final class Posts {

    /** 受理岗. */
    public static final String INTAKE = "intake";
    /** 审核岗. */
    public static final String REVIEW = "review";
    /** 审批岗. */
    public static final String APPROVE = "approve";
    /** 发证岗. */
    public static final String ISSUE = "issue";

    /** 管理岗: administers the items of the department. */
    public static final String ADMINISTRATE = "administrate";
    /** 大厅管理岗: administers the items of the whole hall. Held in no department and no region, so both are "". */
    public static final String HALL = "hall";

    /** The posts a step may name. */
    public static final Set<String> OF_STEPS = Set.of(INTAKE, REVIEW, APPROVE, ISSUE);

    private Posts() {}
}
