using System.Collections.Immutable;
using Cybernetes.Api.Machinery;
using Cybernetes.Base.Flags;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Printing;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Get;

/// <summary><c>kubectl get</c>: tables as the server makes them, or whole objects in one of the formats.</summary>
public sealed class GetCommand : Command
{
    private readonly FileFlags _files;
    private readonly SelectionFlags _selection;
    private readonly Flag<string> _output;
    private readonly Flag<bool> _watch;
    private readonly Flag<bool> _watchOnly;
    private readonly Flag<bool> _noHeaders;
    private readonly Flag<bool> _showLabels;
    private readonly Flag<bool> _showKind;
    private readonly Flag<bool> _managedFields;
    private readonly Flag<bool> _ignoreNotFound;
    private readonly Flag<bool> _missingKeys;
    private readonly Flag<string> _sortBy;
    private readonly Flag<string> _raw;
    private readonly Flag<string> _subresource;
    private readonly Flag<ImmutableArray<string>> _labelColumns;
    private readonly Flag<long> _chunk;

    /// <summary>Declares the flags.</summary>
    public GetCommand()
        : base("get", "[(-o|--output=)json|yaml|name|jsonpath|custom-columns|wide] (TYPE[.VERSION][.GROUP] [NAME | -l label] | TYPE[.VERSION][.GROUP]/NAME ...) [flags] [options]")
    {
        _files = new FileFlags(Flags);
        _selection = new SelectionFlags(Flags, fields: true, everywhere: true);
        _output = Flags.String("output", "", "Output format.", 'o');
        _watch = Flags.Bool("watch", false, "After listing/getting the requested object, watch for changes.", 'w');
        _watchOnly = Flags.Bool("watch-only", false, "Watch for changes to the requested object(s), without listing/getting first.");
        _noHeaders = Flags.Bool("no-headers", false, "When using the default or custom-column output format, don't print headers.");
        _showLabels = Flags.Bool("show-labels", false, "When printing, show all labels as the last column.");
        _showKind = Flags.Bool("show-kind", false, "If present, list the resource type for the requested object(s).");
        _managedFields = Flags.Bool("show-managed-fields", false, "If true, keep the managedFields when printing objects in JSON or YAML format.");
        _ignoreNotFound = Flags.Bool("ignore-not-found", false, "If set to true, suppresses NotFound error for specific objects that do not exist.");
        _missingKeys = Flags.Bool("allow-missing-template-keys", true, "If true, ignore any errors in templates when a field or map key is missing in the template.");
        _sortBy = Flags.String("sort-by", "", "If non-empty, sort list types using this field specification.");
        _raw = Flags.String("raw", "", "Raw URI to request from the server.");
        _subresource = Flags.String("subresource", "", "If specified, gets the subresource of the requested object.");
        _labelColumns = Flags.Strings("label-columns", default, "Accepts a comma separated list of labels that are going to be presented as columns.", 'L');
        _chunk = Flags.Int64("chunk-size", 500, "Return large lists in chunks rather than all at once. Pass 0 to disable.");
        Flags.Bool("server-print", true, "If true, have the server return the appropriate table output.");
        Flags.Bool("output-watch-events", false, "Output watch event objects when --watch or --watch-only is used.");
    }

    /// <inheritdoc/>
    public override async Task<int> RunAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (_raw.Value.Length > 0)
        {
            return await RawAsync(session, cancellationToken).ConfigureAwait(false);
        }

        if (arguments.Count == 0 && _files.Names.Count == 0)
        {
            throw new KubectlException("You must specify the type of resource to get. Use \"kubectl api-resources\" for a complete list of supported resources.\n\nerror: Required resource not specified.\nUse \"kubectl explain <resource>\" for a detailed description of that resource (e.g. kubectl explain pods).\nSee 'kubectl get -h' for help and examples");
        }

        var printer = ObjectPrinter.Of(_output.Value, _managedFields.Value, _noHeaders.Value, _missingKeys.Value);
        var queries = await QueriesAsync(session, arguments, cancellationToken).ConfigureAwait(false);
        if (_watch.Value || _watchOnly.Value)
        {
            return await new GetWatch(session, queries, Namespace, Pairs(), printer, Table, _watchOnly.Value).RunAsync(cancellationToken).ConfigureAwait(false);
        }

        return printer is null
            ? await TablesAsync(session, queries, cancellationToken).ConfigureAwait(false)
            : await ObjectsAsync(session, queries, printer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> RawAsync(Session session, CancellationToken cancellationToken)
    {
        var (path, query) = RawPath.Split(_raw.Value);
        await session.Io.Out.WriteAsync(System.Text.Encoding.UTF8.GetString(await session.SendRawAsync(new ApiRequest("GET", path) { Query = query }, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        return 0;
    }

    private async Task<IReadOnlyList<(ResourceQuery Query, string? Namespace)>> QueriesAsync(Session session, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (_files.Names.Count > 0)
        {
            var objects = await ResourceFinder.FromFilesAsync(session, _files, cancellationToken).ConfigureAwait(false);
            return [.. objects.Select(one => (new ResourceQuery(one.Info, one.Name), (string?)one.Namespace))];
        }

        var queries = ResourceQuery.Parse(arguments, await session.ResourcesAsync(cancellationToken).ConfigureAwait(false));
        if (_selection.Labels.Length > 0 && queries.Any(query => query.Name.Length > 0))
        {
            throw KubectlException.Error("name cannot be provided when a selector is specified");
        }

        return queries.Any(query => query.Name.Length > 0) && _selection.Everywhere
            ? throw KubectlException.Error("a resource cannot be retrieved by name across all namespaces")
            : [.. queries.Select(query => (query, (string?)null))];
    }

    private string Namespace(Session session, ResourceQuery query) => !query.Info.Namespaced || _selection.Everywhere ? "" : session.Namespace;

    private List<KeyValuePair<string, string>> Pairs() => [.. _selection.Query()];

    private TableOptions Table(ResourceQuery query, bool several) => new(
        _output.Value == "wide",
        _selection.Everywhere && query.Info.Namespaced,
        _noHeaders.Value,
        _showLabels.Value,
        _labelColumns.Value,
        several || _showKind.Value ? query.Info.KindName + "/" : "");

    // Each type has a table of its own; names asked for one by one share their type's. Everything is fetched before anything is shown.
    private async Task<int> TablesAsync(Session session, IReadOnlyList<(ResourceQuery Query, string? Namespace)> queries, CancellationToken cancellationToken)
    {
        var found = new List<(ResourceQuery Query, Value Table)>();
        var errors = new List<string>();
        var missing = 0;
        foreach (var (query, place) in queries)
        {
            try
            {
                found.Add((query, await FetchAsync(session, query, place ?? Namespace(session, query), GetAccept.Table, "rows", _sortBy.Value.Length > 0, cancellationToken).ConfigureAwait(false)));
            }
            catch (ServerException e) when (e.Reason == "NotFound" && _ignoreNotFound.Value)
            {
                missing++;
            }
            catch (ServerException e)
            {
                errors.Add(e.Message);
            }
        }

        var several = found.Select(one => one.Query.Info).Distinct().Count() > 1;
        found.RemoveAll(one => one.Table["rows"].Items.IsEmpty);
        await ShowAsync(session, found, several).ConfigureAwait(false);
        foreach (var error in errors)
        {
            await session.Io.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
            await session.Io.Err.WriteLineAsync(error).ConfigureAwait(false);
        }

        if (found.Count == 0 && errors.Count == 0 && missing == 0 && !_ignoreNotFound.Value)
        {
            var everywhere = _selection.Everywhere || !queries.Any(query => query.Query.Info.Namespaced);
            await session.Io.Err.WriteLineAsync(everywhere ? "No resources found" : $"No resources found in {session.Namespace} namespace.").ConfigureAwait(false);
        }

        return errors.Count > 0 ? 1 : 0;
    }

    private async Task ShowAsync(Session session, IReadOnlyList<(ResourceQuery Query, Value Table)> found, bool several)
    {
        var output = new TabWriter(session.Io.Out);
        Discovery.ResourceInfo? last = null;
        foreach (var (query, fetched) in found)
        {
            var first = last != query.Info;
            if (first && last is not null)
            {
                output.Flush();
                await session.Io.Out.WriteLineAsync().ConfigureAwait(false);
                output = new TabWriter(session.Io.Out);
            }

            TablePrinter.Print(_sortBy.Value.Length > 0 ? ObjectSorter.SortRows(fetched, _sortBy.Value) : fetched, Table(query, several), output, headers: first);
            last = query.Info;
        }

        output.Flush();
    }

    private async Task<int> ObjectsAsync(Session session, IReadOnlyList<(ResourceQuery Query, string? Namespace)> queries, ObjectPrinter printer, CancellationToken cancellationToken)
    {
        var objects = new List<Value>();
        var failed = false;
        foreach (var (query, place) in queries)
        {
            try
            {
                var answer = await FetchAsync(session, query, place ?? Namespace(session, query), Session.Json, "items", false, cancellationToken).ConfigureAwait(false);
                if (query.Name.Length > 0)
                {
                    objects.Add(answer);
                }
                else
                {
                    objects.AddRange(answer["items"].Items.Select(item => ResourceFinder.WithKind(item, query.Info.Kind)));
                }
            }
            catch (ServerException e) when (e.Reason == "NotFound" && _ignoreNotFound.Value)
            {
                // Asked not to mind.
            }
            catch (ServerException e) when (queries.Count > 1)
            {
                await session.Io.Err.WriteLineAsync(e.Message).ConfigureAwait(false);
                failed = true;
            }
        }

        var sorted = _sortBy.Value.Length > 0 ? ObjectSorter.Sort(objects, _sortBy.Value) : objects;
        if (printer.OpensLists)
        {
            foreach (var one in sorted)
            {
                printer.Print(one, session.Io.Out);
            }
        }
        else if (queries is [{ Query.Name.Length: > 0 }])
        {
            if (sorted.Count > 0)
            {
                printer.Print(sorted[0], session.Io.Out);
            }
        }
        else
        {
            printer.Print(
                Value.MapOf(("apiVersion", "v1"), ("items", Value.List(sorted.ToValueList())), ("kind", "List"), ("metadata", Value.MapOf(("resourceVersion", "")))),
                session.Io.Out);
        }

        return failed ? 1 : 0;
    }

    private async Task<Value> FetchAsync(Session session, ResourceQuery query, string @namespace, string accept, string items, bool wholeObjects, CancellationToken cancellationToken)
    {
        var pairs = query.Name.Length > 0 ? [] : Pairs();
        if (wholeObjects)
        {
            pairs.Add(new("includeObject", "Object"));
        }

        var path = query.Info.Path(@namespace, query.Name, _subresource.Value);
        return query.Name.Length > 0
            ? await OneAsync(session, new ApiRequest("GET", path) { Accept = accept, Query = pairs }, @namespace, cancellationToken).ConfigureAwait(false)
            : await ResourceFinder.ListAsync(session, query.Info, path, pairs, cancellationToken, accept, items, _chunk.Value).ConfigureAwait(false);
    }

    // An object that is not found may lack its whole namespace, which is then what is said.
    private static async Task<Value> OneAsync(Session session, ApiRequest request, string @namespace, CancellationToken cancellationToken)
    {
        try
        {
            return await session.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ServerException e) when (e.Reason == "NotFound" && @namespace.Length > 0)
        {
            await session.SendAsync(new ApiRequest("GET", $"/api/v1/namespaces/{@namespace}"), cancellationToken).ConfigureAwait(false);
            throw;
        }
    }
}
