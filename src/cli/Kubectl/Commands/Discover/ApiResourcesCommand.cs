using System.Collections.Immutable;
using Cybernetes.Base.Flags;
using Cybernetes.Kubectl.Printing;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Discover;

/// <summary><c>kubectl api-resources</c>.</summary>
public sealed class ApiResourcesCommand : Command
{
    private readonly Flag<string> _group;
    private readonly Flag<ImmutableArray<string>> _categories;
    private readonly Flag<ImmutableArray<string>> _verbs;
    private readonly Flag<bool> _namespaced;
    private readonly Flag<bool> _noHeaders;
    private readonly Flag<string> _output;
    private readonly Flag<string> _sortBy;

    /// <summary>Declares the flags.</summary>
    public ApiResourcesCommand()
        : base("api-resources", "[flags] [options]")
    {
        _group = Flags.String("api-group", "", "Limit to resources in the specified API group.");
        _categories = Flags.Strings("categories", default, "Limit to resources that belong to the specified categories.");
        _verbs = Flags.Strings("verbs", default, "Limit to resources that support the specified verbs.");
        _namespaced = Flags.Bool("namespaced", true, "If false, non-namespaced resources will be returned, otherwise returning namespaced resources by default.");
        _noHeaders = Flags.Bool("no-headers", false, "When using the default or custom-column output format, don't print headers.");
        _output = Flags.String("output", "", "Output format. One of: (wide, name).", 'o');
        _sortBy = Flags.String("sort-by", "", "If non-empty, sort list of resources using specified field. One of (name, kind).");
        Flags.Bool("cached", false, "Use the cached list of resources if available.");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments.Count > 0)
        {
            throw KubectlException.Error($"unexpected arguments: [{string.Join(' ', arguments)}]\nSee 'kubectl api-resources -h' for help and examples");
        }

        var all = (await session.ResourcesAsync(cancellationToken).ConfigureAwait(false)).Preferred
            .Where(one => one.Verbs.Count > 0)
            .Where(one => !_group.Changed || one.Kind.Group == _group.Value)
            .Where(one => !_namespaced.Changed || one.Namespaced == _namespaced.Value)
            .Where(one => _verbs.Value.All(one.Verbs.Contains))
            .Where(one => _categories.Value.All(one.Categories.Contains));
        var sorted = _sortBy.Value switch
        {
            "" => all.OrderBy(one => one.Kind.Group, StringComparer.Ordinal).ThenBy(one => one.Plural, StringComparer.Ordinal),
            "name" => all.OrderBy(one => one.Plural, StringComparer.Ordinal),
            "kind" => all.OrderBy(one => one.Kind.Kind, StringComparer.Ordinal),
            _ => throw KubectlException.Error($"--sort-by accepts only name or kind"),
        };
        if (_output.Value == "name")
        {
            foreach (var one in sorted)
            {
                await session.Io.Out.WriteLineAsync(one.ResourceName).ConfigureAwait(false);
            }

            return 0;
        }

        var wide = _output.Value switch
        {
            "" => false,
            "wide" => true,
            _ => throw KubectlException.Error($"--output {_output.Value} is not available"),
        };
        var table = new TabWriter(session.Io.Out);
        if (!_noHeaders.Value)
        {
            table.Add([.. new[] { "NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND" }.Concat(wide ? ["VERBS", "CATEGORIES"] : [])]);
        }

        foreach (var one in sorted)
        {
            string[] cells = [one.Plural, string.Join(',', one.ShortNames), one.Kind.ApiVersion, one.Namespaced ? "true" : "false", one.Kind.Kind];
            table.Add([.. cells.Concat(wide ? [string.Join(',', one.Verbs.Order(StringComparer.Ordinal)), string.Join(',', one.Categories)] : [])]);
        }

        table.Flush();
        return 0;
    }
}
