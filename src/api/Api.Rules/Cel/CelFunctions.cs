using System.Collections.Frozen;

namespace Cybernetes.Api.Rules;

/// <summary>The functions that expressions may call, and what they give: CEL's own, its extensions, and those of the Kubernetes libraries.</summary>
internal static class CelFunctions
{
    private static readonly CelType _texts = CelType.List(CelType.String);

    private static readonly FrozenDictionary<string, CelType> _results = new (CelType Type, string Names)[]
    {
        (CelType.Int, "size int indexOf lastIndexOf getFullYear getMonth getDate getDayOfMonth getDayOfWeek getDayOfYear getHours getMinutes getSeconds getMilliseconds compareTo asInteger sign major minor patch prefixLength"),
        (CelType.UInt, "uint"),
        (CelType.Double, "double asApproximateFloat math.ceil math.floor math.round math.trunc"),
        (CelType.String, "string lowerAscii upperAscii replace substring trim charAt join format reverse getScheme getHost getHostname getPort getEscapedPath find strings.quote base64.encode ip.canonical reason error"),
        (CelType.Bytes, "bytes base64.decode"),
        (CelType.Bool, "bool contains startsWith endsWith matches isSorted isURL isIP isCIDR isQuantity isSemver isInteger isGreaterThan isLessThan containsIP containsCIDR isCanonical isUnspecified isLoopback isLinkLocalMulticast isLinkLocalUnicast isGlobalUnicast allowed errored hasValue sets.contains sets.equivalent sets.intersects math.isNaN math.isInf math.isFinite includes"),
        (CelType.Timestamp, "timestamp"),
        (CelType.Duration, "duration"),
        (CelType.List(CelType.String), "split findAll"),
        (CelType.List(CelType.Int), "lists.range"),
        (CelType.Map(CelType.String, _texts), "getQuery"),
        (CelType.Dyn, "dyn type sum min max flatten slice sort sortBy distinct first last url ip cidr quantity semver add sub masked family or orValue value optional.of optional.ofNonZeroValue optional.none optMap optFlatMap unwrap unwrapOpt authorizer path group resource subresource namespace name check serviceAccount fieldSelector labelSelector requestResource validate format.named math.greatest math.least math.abs math.sign math.bitAnd math.bitOr math.bitXor math.bitNot math.bitShiftLeft math.bitShiftRight cel.bind JSONPatch jsonpatch.escapeKey"),
    }.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Type))).ToFrozenDictionary(row => row.name, row => row.Type);

    /// <summary>The names before functions that are no variables.</summary>
    public static FrozenSet<string> Libraries { get; } = FrozenSet.Create("math", "sets", "lists", "strings", "base64", "optional", "ip", "format", "cel", "jsonpatch");

    /// <summary>What a function gives; null for a function that nobody knows.</summary>
    public static CelType? Result(string name) => _results.GetValueOrDefault(name);
}
