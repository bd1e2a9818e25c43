using System.IO.Compression;
using System.Text;
using Cybernetes.ApiServer.Errors;
using Microsoft.AspNetCore.Http;

namespace Cybernetes.ApiServer.Connect;

/// <summary>What the server's proxy changes in an answer: redirects and the links of HTML pages lead back through it, and the backend's own CORS words are gone.</summary>
internal static class ProxiedAnswer
{
    private static readonly string[] _cors =
    [
        "Access-Control-Allow-Credentials", "Access-Control-Allow-Headers", "Access-Control-Allow-Methods", "Access-Control-Allow-Origin",
        "Access-Control-Expose-Headers", "Access-Control-Max-Age",
    ];

    /// <summary>Changes the answer's headers; the page to send instead of its body, or null.</summary>
    public static async Task<byte[]?> ChangeAsync(HttpResponseMessage answer, string method, LinkRewriter links, CancellationToken cancellationToken)
    {
        foreach (var header in _cors)
        {
            answer.Headers.Remove(header);
        }

        if (answer.Headers.TryGetValues("Location", out var locations) && locations.FirstOrDefault() is { Length: > 0 } location)
        {
            answer.Headers.Remove("Location");
            answer.Headers.TryAddWithoutValidation("Location", links.Link(location));
            return null;
        }

        if (HttpMethods.IsHead(method) || answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return null;
        }

        var encoding = string.Join(',', answer.Content.Headers.ContentEncoding);
        if (encoding is not ("" or "gzip" or "deflate"))
        {
            return null;
        }

        try
        {
            var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);

            // Latin-1 keeps every byte as it is, and links are ASCII.
            var page = Encoding.Latin1.GetBytes(links.Page(Encoding.Latin1.GetString(Unpack(body, encoding))));
            return Pack(page, encoding);
        }
        catch (Exception error) when (error is InvalidDataException or HttpRequestException or IOException)
        {
            throw ApiErrors.ServiceUnavailable($"error trying to reach service: {error.Message}");
        }
    }

    private static byte[] Unpack(byte[] body, string encoding)
    {
        using var packed = new MemoryStream(body);
        using Stream reader = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "deflate" => new DeflateStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var plain = new MemoryStream();
        reader.CopyTo(plain);
        return plain.ToArray();
    }

    private static byte[] Pack(byte[] page, string encoding)
    {
        if (encoding.Length == 0)
        {
            return page;
        }

        using var packed = new MemoryStream();
        using (Stream writer = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest) : new DeflateStream(packed, CompressionLevel.Fastest))
        {
            writer.Write(page);
        }

        return packed.ToArray();
    }
}
