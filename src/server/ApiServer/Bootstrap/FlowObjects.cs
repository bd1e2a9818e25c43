using Cybernetes.Api.FlowControlV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.ApiServer.Bootstrap;

/// <summary>Priority and fairness as a fresh server has it (KEP-1040).</summary>
internal static class FlowObjects
{
    private static readonly ResourcePolicyRule _everyResource = new() { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"], ClusterScope = true, Namespaces = ["*"] };
    private static readonly NonResourcePolicyRule _everyPath = new() { Verbs = ["*"], NonResourceURLs = ["*"] };
    private static readonly Subject[] _everyone = [Group("system:unauthenticated"), Group("system:authenticated")];

    public static IEnumerable<PriorityLevelConfiguration> Levels()
    {
        yield return Level("exempt") with { Spec = new() { Type = "Exempt", Exempt = new() { NominalConcurrencyShares = 0, LendablePercent = 0 } } };
        yield return Limited("catch-all", 5, 0, null);
        yield return Limited("global-default", 20, 50, (128, 6));
        yield return Limited("leader-election", 10, 0, (16, 4));
        yield return Limited("node-high", 40, 25, (64, 6));
        yield return Limited("system", 30, 33, (64, 6));
        yield return Limited("workload-high", 40, 50, (128, 6));
        yield return Limited("workload-low", 100, 90, (128, 6));
    }

    public static IEnumerable<FlowSchema> Schemas()
    {
        yield return Schema("exempt", "exempt", 1, "", Everything(Group("system:masters")));
        yield return Schema("probes", "exempt", 2, "", new PolicyRulesWithSubjects
        {
            Subjects = _everyone.ToValueList(),
            NonResourceRules = [new() { Verbs = ["get"], NonResourceURLs = ["/healthz", "/readyz", "/livez"] }],
        });
        yield return Schema("system-leader-election", "leader-election", 100, "ByUser", new PolicyRulesWithSubjects
        {
            Subjects = [User("system:kube-controller-manager"), User("system:kube-scheduler"), Accounts("kube-system")],
            ResourceRules = [new() { Verbs = ["get", "create", "update"], ApiGroups = ["coordination.k8s.io"], Resources = ["leases"], Namespaces = ["*"] }],
        });
        yield return Schema("system-node-high", "node-high", 400, "ByUser", new PolicyRulesWithSubjects
        {
            Subjects = [Group("system:nodes")],
            ResourceRules =
            [
                new() { Verbs = ["*"], ApiGroups = [""], Resources = ["nodes", "nodes/status"], ClusterScope = true, Namespaces = ["*"] },
                new() { Verbs = ["*"], ApiGroups = ["coordination.k8s.io"], Resources = ["leases"], Namespaces = ["*"] },
            ],
        });
        yield return Schema("system-nodes", "system", 500, "ByUser", Everything(Group("system:nodes")));
        yield return Schema("kube-controller-manager", "workload-high", 800, "ByNamespace", Everything(User("system:kube-controller-manager")));
        yield return Schema("kube-scheduler", "workload-high", 800, "ByNamespace", Everything(User("system:kube-scheduler")));
        yield return Schema("kube-system-service-accounts", "workload-high", 900, "ByNamespace", Everything(Accounts("kube-system")));
        yield return Schema("service-accounts", "workload-low", 9000, "ByUser", Everything(Group("system:serviceaccounts")));
        yield return Schema("global-default", "global-default", 9900, "ByUser", Everything(_everyone));
        yield return Schema("catch-all", "catch-all", 10000, "ByUser", Everything(_everyone));
    }

    private static PriorityLevelConfiguration Level(string name) => new() { Metadata = Meta(name) };

    private static PriorityLevelConfiguration Limited(string name, int shares, int lendable, (int Queues, int HandSize)? queuing) => Level(name) with
    {
        Spec = new()
        {
            Type = "Limited",
            Limited = new()
            {
                NominalConcurrencyShares = shares,
                LendablePercent = lendable,
                LimitResponse = queuing is { } queues
                    ? new() { Type = "Queue", Queuing = new() { Queues = queues.Queues, HandSize = queues.HandSize, QueueLengthLimit = 50 } }
                    : new() { Type = "Reject" },
            },
        },
    };

    private static FlowSchema Schema(string name, string level, int precedence, string distinguisher, PolicyRulesWithSubjects rules) => new()
    {
        Metadata = Meta(name),
        Spec = new()
        {
            PriorityLevelConfiguration = new() { Name = level },
            MatchingPrecedence = precedence,
            DistinguisherMethod = distinguisher.Length == 0 ? null : new() { Type = distinguisher },
            Rules = [rules],
        },
        Status = new()
        {
            Conditions =
            [
                new() { Type = "Dangling", Status = "False", Reason = "Found", Message = $"This FlowSchema references the PriorityLevelConfiguration object named {GoText.Quote(level)} and it exists" },
            ],
        },
    };

    private static ObjectMeta Meta(string name) => new() { Name = name, Annotations = ValueMap.Of(("apf.kubernetes.io/autoupdate-spec", "true")) };

    private static PolicyRulesWithSubjects Everything(params ReadOnlySpan<Subject> subjects) => new()
    {
        Subjects = ValueList.Create(subjects), ResourceRules = [_everyResource], NonResourceRules = [_everyPath],
    };

    private static Subject Group(string name) => new() { Kind = "Group", Group = new() { Name = name } };

    private static Subject User(string name) => new() { Kind = "User", User = new() { Name = name } };

    private static Subject Accounts(string @namespace) => new() { Kind = "ServiceAccount", ServiceAccount = new() { Namespace = @namespace, Name = "*" } };
}
