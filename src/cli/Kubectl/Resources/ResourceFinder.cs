using Cybernetes.Api.Machinery;
using Cybernetes.Client.Transport;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Resources;

/// <summary>Brings the objects that arguments and files name, from the server.</summary>
public static class ResourceFinder
{
    /// <summary>The objects of files as they stand there, each with its resource and namespace.</summary>
    public static async Task<IReadOnlyList<ResourceObject>> FromFilesAsync(Session session, FileFlags files, CancellationToken cancellationToken)
    {
        var documents = await ManifestReader.ReadAsync(session, files.Names, files.Recursive, cancellationToken).ConfigureAwait(false);
        var resources = documents.Count > 0 ? await session.ResourcesAsync(cancellationToken).ConfigureAwait(false) : null;
        return [.. documents.Select(one => Place(session, resources!.Of(GroupVersionKind.From(one.Document["apiVersion"].AsString ?? "", one.Document["kind"].AsString ?? ""), one.Source), one.Document, one.Source))];
    }

    /// <summary>The objects that arguments or files name, as the server has them.</summary>
    public static async Task<IReadOnlyList<ResourceObject>> FindAsync(Session session, IReadOnlyList<string> arguments, FileFlags? files, SelectionFlags? selection, CancellationToken cancellationToken)
    {
        var found = new List<ResourceObject>();
        if (files is { Names.Count: > 0 })
        {
            foreach (var one in await FromFilesAsync(session, files, cancellationToken).ConfigureAwait(false))
            {
                found.Add(one with { Document = await session.SendAsync(new ApiRequest("GET", one.Path()), cancellationToken).ConfigureAwait(false) });
            }

            return found;
        }

        foreach (var query in ResourceQuery.Parse(arguments, await session.ResourcesAsync(cancellationToken).ConfigureAwait(false)))
        {
            var @namespace = query.Info.Namespaced && selection is not { Everywhere: true } ? session.Namespace : "";
            if (query.Name.Length > 0)
            {
                found.Add(new(query.Info, @namespace, query.Name, await session.SendAsync(new ApiRequest("GET", query.Info.Path(@namespace, query.Name)), cancellationToken).ConfigureAwait(false)));
                continue;
            }

            if (selection is not null && selection.Labels.Length == 0 && selection.Fields.Length == 0 && !selection.All)
            {
                throw KubectlException.Error("resource(s) were provided, but no name was specified");
            }

            var list = await ListAsync(session, query.Info, query.Info.Path(@namespace), selection is null ? [] : [.. selection.Query()], cancellationToken).ConfigureAwait(false);
            found.AddRange(list["items"].Items.Select(item => Place(session, query.Info, WithKind(item, query.Info.Kind), "")));
        }

        return found;
    }

    /// <summary>A whole collection, read in pages of 500.</summary>
    public static async Task<Value> ListAsync(Session session, Discovery.ResourceInfo info, string path, IReadOnlyList<KeyValuePair<string, string>> query, CancellationToken cancellationToken, string accept = "", string items = "items", long pageSize = 500)
    {
        var gathered = new List<Value>();
        var next = "";
        while (true)
        {
            var pairs = new List<KeyValuePair<string, string>>(query);
            if (pageSize > 0)
            {
                pairs.Add(new("limit", pageSize.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }

            if (next.Length > 0)
            {
                pairs.Add(new("continue", next));
            }

            var page = await PageAsync(session, new ApiRequest("GET", path) { Query = pairs, Accept = accept }, info, cancellationToken).ConfigureAwait(false);
            next = page.At("metadata", "continue").AsString ?? "";
            if (next.Length == 0 && gathered.Count == 0)
            {
                return page;
            }

            gathered.AddRange(page[items].Items);
            if (next.Length == 0)
            {
                return page.With(items, Value.List(gathered.ToValueList()));
            }
        }
    }

    // Selectors that the server does not take are shown with what it says.
    private static async Task<Value> PageAsync(Session session, ApiRequest request, Discovery.ResourceInfo info, CancellationToken cancellationToken)
    {
        try
        {
            return await session.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ServerException e) when (e.Reason is "BadRequest" or "NotFound" && (request.QueryValue("labelSelector") ?? request.QueryValue("fieldSelector")) is not null)
        {
            throw e.Reworded($"Unable to find {GoText.Quote(info.Resource.ToString())} that match label selector {GoText.Quote(request.QueryValue("labelSelector") ?? "")}, field selector {GoText.Quote(request.QueryValue("fieldSelector") ?? "")}: {e.ServerMessage}");
        }
    }

    /// <summary>An item of a list with the kind that the list leaves out.</summary>
    public static Value WithKind(Value item, GroupVersionKind kind) =>
        item["kind"].IsNull ? item.With("kind", kind.Kind).With("apiVersion", kind.ApiVersion) : item;

    private static ResourceObject Place(Session session, Discovery.ResourceInfo info, Value document, string source)
    {
        var metadata = document["metadata"];
        var own = metadata["namespace"].AsString ?? "";
        var @namespace = !info.Namespaced ? "" : own.Length > 0 ? own : session.Namespace;
        if (source.Length > 0 && info.Namespaced && own.Length > 0 && session.Flags.NamespaceGiven && own != session.Namespace)
        {
            throw KubectlException.Error($"the namespace from the provided object \"{own}\" does not match the namespace \"{session.Namespace}\". You must pass '--namespace={own}' to perform this operation.");
        }

        return new(info, @namespace, metadata["name"].AsString ?? "", document, source);
    }
}
