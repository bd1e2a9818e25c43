using System.Collections.Frozen;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>What kinds of resource names there are, and how their quantities must be.</summary>
internal static class ResourceNames
{
    private const string HugePages = "hugepages-";

    private static readonly FrozenSet<string> _counted = FrozenSet.Create(
        "pods", "services", "replicationcontrollers", "resourcequotas", "secrets", "configmaps", "persistentvolumeclaims", "services.nodeports", "services.loadbalancers");

    private static readonly FrozenSet<string> _quota = FrozenSet.Create(
        [.. _counted, "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.storage", "requests.ephemeral-storage", "limits.cpu", "limits.memory", "limits.ephemeral-storage"]);

    public static bool IsNative(string name) => !name.Contains('/', StringComparison.Ordinal) || name.Contains("kubernetes.io/", StringComparison.Ordinal);

    public static bool IsHugePage(string name) => name.StartsWith(HugePages, StringComparison.Ordinal);

    public static bool IsExtended(string name) =>
        !IsNative(name) && !name.StartsWith("requests.", StringComparison.Ordinal) && Names.QualifiedName("requests." + name).Count == 0;

    public static bool IsInteger(string name) => _counted.Contains(name) || IsExtended(name);

    public static bool IsOvercommitAllowed(string name) => IsNative(name) && !IsHugePage(name);

    public static bool IsStandardQuota(string name) => _quota.Contains(name) || IsHugePage(name) || name.StartsWith("requests." + HugePages, StringComparison.Ordinal);

    public static bool IsStandard(string name) => IsStandardQuota(name) || name == "storage";

    public static bool IsStandardContainer(string name) => name is "cpu" or "memory" or "ephemeral-storage" || IsHugePage(name);

    /// <summary>The form of any resource's name; false where errors were added.</summary>
    public static bool Name(string name, FieldPath path, ErrorList errors)
    {
        var before = errors.Count;
        Check.QualifiedName(name, path, errors);
        if (errors.Count == before && !name.Contains('/', StringComparison.Ordinal) && !IsStandard(name))
        {
            errors.Invalid(path, name, "must be a standard resource type or fully qualified");
        }

        return errors.Count == before;
    }

    public static void ContainerName(string name, FieldPath path, ErrorList errors)
    {
        Name(name, path, errors);
        if (!name.Contains('/', StringComparison.Ordinal))
        {
            if (!IsStandardContainer(name))
            {
                errors.Invalid(path, name, "must be a standard resource for containers");
            }
        }
        else if (!IsNative(name) && !IsExtended(name))
        {
            errors.Invalid(path, name, "doesn't follow extended resource name standard");
        }
    }

    public static void PodName(string name, FieldPath path, ErrorList errors)
    {
        if (Name(name, path, errors) && !(name is "cpu" or "memory" || IsHugePage(name)))
        {
            errors.NotSupported(path, name, "cpu", "hugepages-", "memory");
        }
    }

    public static void QuotaName(string name, FieldPath path, ErrorList errors)
    {
        Name(name, path, errors);
        if (!name.Contains('/', StringComparison.Ordinal) && !IsStandardQuota(name))
        {
            errors.Invalid(path, name, "must be a standard resource for quota");
        }
    }

    public static void Value(string name, Quantity value, FieldPath path, ErrorList errors)
    {
        if (value.Sign < 0)
        {
            errors.Invalid(path, value.ToString(), "must be greater than or equal to 0");
        }

        if (IsInteger(name) && value.MilliValue % 1000 != 0)
        {
            errors.Invalid(path, value, "must be an integer");
        }
    }

    /// <summary>What is wrong with a quantity of huge pages; null for nothing.</summary>
    public static string? HugePageValue(string name, Quantity value) =>
        Quantity.TryParse(name[HugePages.Length..], out var page) && page.Sign > 0 && value.Value % page.Value == 0
            ? null
            : $"{value} is not positive integer multiple of {name}";

    public static void Basic(Quantity value, FieldPath path, ErrorList errors)
    {
        if (value.Value < 0)
        {
            errors.Invalid(path, value.Value, "must be a valid resource quantity");
        }
    }
}
