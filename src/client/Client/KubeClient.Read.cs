using System.Globalization;
using System.Runtime.CompilerServices;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client.Transport;

namespace Cybernetes.Client;

/// <content>Get, list and watch.</content>
public sealed partial class KubeClient
{
    /// <summary>One object. The namespace is empty for cluster-wide kinds.</summary>
    public ValueTask<ApiResult<T>> GetAsync<T>(string @namespace, string name, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        GetAsync(ResourceOf<T>.Declared, @namespace, name, cancellationToken);

    /// <summary>One object of a resource.</summary>
    public ValueTask<ApiResult<T>> GetAsync<T>(ResourceOf<T> at, string @namespace, string name, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        SendAsync<T>(Request("GET", at, @namespace, name), cancellationToken);

    /// <summary>Objects of a namespace, or, with an empty one, of all.</summary>
    public ValueTask<ApiResult<ObjectList<T>>> ListAsync<T>(string @namespace = "", ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        ListAsync(ResourceOf<T>.Declared, @namespace, options, cancellationToken);

    /// <summary>Objects of a resource.</summary>
    public async ValueTask<ApiResult<ObjectList<T>>> ListAsync<T>(ResourceOf<T> at, string @namespace = "", ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T>
    {
        var request = new ApiRequest("GET", at.Path(@namespace))
        {
            Answer = at.ListCodec,
            Accept = ReferenceEquals(at.Accept, MetadataOf.Accept) ? MetadataOf.AcceptList : at.Accept,
            Query = ToQuery(options),
        };
        var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccess)
        {
            return ApiResult<ObjectList<T>>.Failure(response.ToStatus());
        }

        return response.Object is IListItems<T> list
            ? ApiResult<ObjectList<T>>.Success(new(list.Metadata, list.Items))
            : throw new IOException($"the server answered {response.Object?.GroupVersionKind.ToString() ?? response.ContentType} where a list of {typeof(T).Name} was expected");
    }

    /// <summary>Every object, read in pages of <paramref name="pageSize"/>; a continuation that has expired starts over.</summary>
    public async ValueTask<ApiResult<ObjectList<T>>> ListAllAsync<T>(string @namespace = "", ListOptions? options = null, int pageSize = 500, CancellationToken cancellationToken = default)
        where T : class, IObject<T>
    {
        var items = new List<T>();
        var page = (options ?? ListOptions.Empty) with { Limit = pageSize };
        while (true)
        {
            var result = await ListAsync<T>(@namespace, page, cancellationToken).ConfigureAwait(false);
            if (!result.Ok)
            {
                if (result.IsExpired && page.Continue.Length > 0)
                {
                    items.Clear();
                    page = (options ?? ListOptions.Empty) with { Limit = 0 };
                    continue;
                }

                return result;
            }

            items.AddRange(result.Value.Items);
            if (result.Value.Metadata.Continue.Length == 0)
            {
                return ApiResult<ObjectList<T>>.Success(new(result.Value.Metadata, items.ToValueList()));
            }

            page = page with { Continue = result.Value.Metadata.Continue, ResourceVersion = "", ResourceVersionMatch = "" };
        }
    }

    /// <summary>Changes of a namespace's objects, or of all, until the server ends the watch. A refusal is an event of type Error.</summary>
    public IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(string @namespace = "", ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IObject<T> =>
        WatchAsync(ResourceOf<T>.Declared, @namespace, options, cancellationToken);

    /// <summary>Changes of a resource's objects, until the server ends the watch. A refusal is an event of type Error.</summary>
    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(
        ResourceOf<T> at, string @namespace = "", ListOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IObject<T>
    {
        if (_limit is not null)
        {
            await _limit.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        var request = new ApiRequest("GET", at.Path(@namespace))
        {
            Answer = at.Codec,
            Accept = at.Accept,
            UserAgent = _options.UserAgent,
            Query = [new("watch", "true"), .. ToQuery(options)],
        };
        var watch = await Transport.WatchAsync(request, cancellationToken).ConfigureAwait(false);
        await using (watch.ConfigureAwait(false))
        {
            if (watch.Refusal is { } refusal)
            {
                yield return new(WatchEventType.Error, null, refusal);
                yield break;
            }

            await foreach (var change in watch.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                switch (change.Object)
                {
                    case T value:
                        yield return new(change.Type, value, null);
                        break;
                    case Status status:
                        yield return new(WatchEventType.Error, null, status);
                        yield break;
                    case IObject other when change.Type is WatchEventType.Bookmark:
                        yield return new(WatchEventType.Bookmark, at.Codec.Empty is T empty ? empty.With(other.Metadata) : null, null);
                        break;
                    default:
                        throw new IOException($"the server sent {change.Object?.GroupVersionKind.ToString() ?? "an unknown kind"} in a watch of {typeof(T).Name}");
                }
            }
        }
    }

    /// <summary>List options as a query.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> ToQuery(ListOptions? options)
    {
        if (options is null || ReferenceEquals(options, ListOptions.Empty))
        {
            return [];
        }

        var query = new List<KeyValuePair<string, string>>();
        Add("labelSelector", options.LabelSelector);
        Add("fieldSelector", options.FieldSelector);
        Add("resourceVersion", options.ResourceVersion);
        Add("resourceVersionMatch", options.ResourceVersionMatch);
        Add("continue", options.Continue);
        Add("limit", options.Limit > 0 ? options.Limit.ToString(CultureInfo.InvariantCulture) : "");
        Add("timeoutSeconds", options.TimeoutSeconds?.ToString(CultureInfo.InvariantCulture) ?? "");
        Add("allowWatchBookmarks", options.AllowWatchBookmarks ? "true" : "");
        Add("sendInitialEvents", options.SendInitialEvents switch { true => "true", false => "false", null => "" });
        Add("shardSelector", options.ShardSelector);
        return query;

        void Add(string key, string value)
        {
            if (value.Length > 0)
            {
                query.Add(new(key, value));
            }
        }
    }
}
