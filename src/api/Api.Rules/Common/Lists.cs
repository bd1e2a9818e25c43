using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Lists as the store gives them back.</summary>
internal static class Lists
{
    /// <summary>None where the list is empty: what a stored object says of both, and shows as null where the field is always shown.</summary>
    public static ValueList<T> OrNone<T>(this ValueList<T> list) => list.IsEmpty ? default : list;
}
