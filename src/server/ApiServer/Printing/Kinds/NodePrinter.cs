using Cybernetes.Api;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.ApiServer.Printing.Kinds;

/// <summary>Nodes.</summary>
internal sealed class NodePrinter : TablePrinter
{
    private const string RolePrefix = "node-role.kubernetes.io/";
    private const string RoleLabel = "kubernetes.io/role";
    private static readonly Column[] _columns = Parse("Name|Status|Roles|Age|Version|Internal-IP*|External-IP*|OS-Image*|Kernel-Version*|Container-Runtime*");

    public override IReadOnlyList<Column> Columns => _columns;

    public override Value[] Row(IObject value, DateTimeOffset now)
    {
        var node = (Node)value;
        var info = node.Status.NodeInfo;
        var kernel = Cells.Or(info.KernelVersion, Cells.Unknown);
        if (info.Architecture.Length > 0 && info.KernelVersion.Length > 0)
        {
            kernel = $"{info.KernelVersion} ({info.Architecture})";
        }

        return
        [
            node.Metadata.Name, Status(node), Roles(node), Cells.Age(node, now), info.KubeletVersion, Address(node, "InternalIP"), Address(node, "ExternalIP"),
            Cells.Or(info.OsImage, Cells.Unknown), kernel, Cells.Or(info.ContainerRuntimeVersion, Cells.Unknown),
        ];
    }

    private static string Status(Node node)
    {
        var ready = node.Status.Conditions.LastOrDefault(condition => condition.Type == "Ready");
        var status = ready is null ? "Unknown" : ready.Status == "True" ? "Ready" : "NotReady";
        return node.Spec.Unschedulable ? status + ",SchedulingDisabled" : status;
    }

    private static string Roles(Node node)
    {
        var roles = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Metadata.Labels)
        {
            if (key.StartsWith(RolePrefix, StringComparison.Ordinal) && key.Length > RolePrefix.Length)
            {
                roles.Add(key[RolePrefix.Length..]);
            }
            else if (key == RoleLabel && value.Length > 0)
            {
                roles.Add(value);
            }
        }

        return roles.Count == 0 ? Cells.None : string.Join(',', roles);
    }

    private static string Address(Node node, string type) => Cells.Or(node.Status.Addresses.FirstOrDefault(address => address.Type == type)?.Address);
}
