using Cybernetes.Api.Machinery;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Printing;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Commands.Get;

/// <summary><c>kubectl get -w</c>: what is there, then each change as it comes, until it is interrupted.</summary>
internal sealed class GetWatch(
    Session session,
    IReadOnlyList<(ResourceQuery Query, string? Namespace)> queries,
    Func<Session, ResourceQuery, string> namespaceOf,
    List<KeyValuePair<string, string>> selection,
    ObjectPrinter? printer,
    Func<ResourceQuery, bool, TableOptions> table,
    bool changesOnly)
{
    private readonly TabWriter _lines = new(session.Io.Out);
    private bool _headed;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (queries is not [var (query, place)])
        {
            throw KubectlException.Error("you may only specify a single resource type");
        }

        var path = query.Info.Path(place ?? namespaceOf(session, query));
        var accept = printer is null ? GetAccept.Table : Session.Json;
        if (query.Name.Length > 0)
        {
            selection.Add(new("fieldSelector", $"metadata.name={query.Name}"));
        }

        var list = await session.SendAsync(new ApiRequest("GET", path) { Accept = accept, Query = selection }, cancellationToken).ConfigureAwait(false);
        if (query.Name.Length > 0 && (printer is null ? list["rows"] : list["items"]).Items.IsEmpty)
        {
            await session.SendAsync(new ApiRequest("GET", query.Info.Path(place ?? namespaceOf(session, query), query.Name)), cancellationToken).ConfigureAwait(false);
        }

        if (!changesOnly)
        {
            Show(query, list);
        }

        KeyValuePair<string, string>[] more = [.. selection, new("watch", "true"), new("resourceVersion", list.At("metadata", "resourceVersion").AsString ?? "")];
        try
        {
            await foreach (var change in session.WatchAsync(new ApiRequest("GET", path) { Accept = accept, Query = more }, cancellationToken).ConfigureAwait(false))
            {
                if (change["type"].AsString == "ERROR")
                {
                    throw new ServerException(change["object"]);
                }

                if (change["type"].AsString != "BOOKMARK")
                {
                    Show(query, change["object"]);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Interrupted: the way in which a watch ends.
        }

        return 0;
    }

    private void Show(ResourceQuery query, Value document)
    {
        if (printer is null)
        {
            TablePrinter.Print(document, table(query, false), _lines, headers: !_headed && !document["rows"].Items.IsEmpty);
            _headed |= !document["rows"].Items.IsEmpty;
            _lines.Flush();
        }
        else
        {
            foreach (var one in document["items"].IsList ? document["items"].Items : [document])
            {
                printer.Print(ResourceFinder.WithKind(one, query.Info.Kind), session.Io.Out);
            }
        }

        session.Io.Out.Flush();
    }
}
