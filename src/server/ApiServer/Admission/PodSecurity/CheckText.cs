namespace Cybernetes.ApiServer.Admission.PodSecurity;

/// <summary>How upstream words lists.</summary>
internal static class CheckText
{
    public static string Plural(string one, string many, int count) => count == 1 ? one : many;

    public static string Quote(IEnumerable<string> items) => string.Join(", ", items.Select(i => $"\"{i}\""));

    public static string Containers(IReadOnlyCollection<string> names) => $"{Plural("container", "containers", names.Count)} {Quote(names)}";

    public static string Setters(bool pod, IReadOnlyCollection<string> containers) => (pod, containers.Count) switch
    {
        (true, 0) => "pod",
        (true, _) => "pod and " + Containers(containers),
        _ => Containers(containers),
    };

    public static IReadOnlyList<string> Sorted(IEnumerable<string> items) => [.. items.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
