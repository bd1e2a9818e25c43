using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.RbacV1;

namespace Cybernetes.ApiServer.Authorization.Bootstrap;

/// <summary>The roles and bindings of a new cluster, as upstream 1.36 installs them; <see cref="RbacBootstrapper"/> keeps them so.</summary>
public static partial class BootstrapRoles
{
    /// <summary>Kept up to date at each start unless this annotation says "false".</summary>
    public const string AutoUpdateAnnotation = "rbac.authorization.kubernetes.io/autoupdate";

    private const string ApiGroup = "rbac.authorization.k8s.io";

    /// <summary>Every cluster role.</summary>
    public static IReadOnlyList<ClusterRole> ClusterRoles { get; } = [.. Users(), .. Components(), .. Controllers()];

    private static ObjectMeta Meta(string @namespace, string name) => ObjectMeta.Empty with
    {
        Name = name,
        Namespace = @namespace,
        Labels = ValueMap.From([KeyValuePair.Create("kubernetes.io/bootstrapping", "rbac-defaults")]),
        Annotations = ValueMap.From([KeyValuePair.Create(AutoUpdateAnnotation, "true")]),
    };

    private static ClusterRole ClusterRole(string name, params ReadOnlySpan<PolicyRule> rules) =>
        Api.RbacV1.ClusterRole.Empty with { Metadata = Meta("", name), Rules = ValueList.Create(rules) };

    private static Role Role(string @namespace, string name, params ReadOnlySpan<PolicyRule> rules) =>
        Api.RbacV1.Role.Empty with { Metadata = Meta(@namespace, name), Rules = ValueList.Create(rules) };

    private static ClusterRole Labelled(this ClusterRole role, string label) =>
        role with { Metadata = role.Metadata with { Labels = role.Metadata.Labels.With(label, "true") } };

    private static ClusterRole AggregatedFrom(this ClusterRole role, string label) => role with
    {
        Rules = default,
        AggregationRule = AggregationRule.Empty with
        {
            ClusterRoleSelectors = [LabelSelector.Empty with { MatchLabels = ValueMap.From([KeyValuePair.Create(label, "true")]) }],
        },
    };

    // Words are separated by spaces; "core" stands for the group without a name.
    private static PolicyRule Rule(string verbs, string groups, string resources, string names = "") => PolicyRule.Empty with
    {
        Verbs = Words(verbs),
        ApiGroups = Words(groups).Update(g => g == "core" ? "" : g),
        Resources = Words(resources),
        ResourceNames = names.Length == 0 ? default : Words(names),
    };

    private static PolicyRule Urls(string verbs, string urls) => PolicyRule.Empty with { Verbs = Words(verbs), NonResourceURLs = Words(urls) };

    private static ValueList<string> Words(string text) => ValueList.Adopt(text.Split(' '));

    private static Subject User(string name) => Subject.Empty with { Kind = "User", ApiGroup = ApiGroup, Name = name };

    private static Subject Group(string name) => Subject.Empty with { Kind = "Group", ApiGroup = ApiGroup, Name = name };

    private static Subject Account(string @namespace, string name) => Subject.Empty with { Kind = "ServiceAccount", Name = name, Namespace = @namespace };

    private static RoleRef Ref(string kind, string name) => RoleRef.Empty with { ApiGroup = ApiGroup, Kind = kind, Name = name };

    private static ClusterRoleBinding ControllerBinding(string account) =>
        ClusterRoleBinding("system:controller:" + account, "system:controller:" + account, Account("kube-system", account));

    private static ClusterRoleBinding ClusterRoleBinding(string name, string role, params ReadOnlySpan<Subject> subjects) =>
        Api.RbacV1.ClusterRoleBinding.Empty with { Metadata = Meta("", name), RoleRef = Ref("ClusterRole", role), Subjects = Listed(subjects) };

    private static RoleBinding RoleBinding(string @namespace, string name, string role, params ReadOnlySpan<Subject> subjects) =>
        Api.RbacV1.RoleBinding.Empty with { Metadata = Meta(@namespace, name), RoleRef = Ref("Role", role), Subjects = Listed(subjects) };

    private static ValueList<Subject> Listed(ReadOnlySpan<Subject> subjects) => subjects.IsEmpty ? default : ValueList.Create(subjects);
}
