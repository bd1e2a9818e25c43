using System.Text;
using Cybernetes.Api.MetaV1;

namespace Cybernetes.Client.Transport;

/// <summary>Statuses for answers that carry none, in client-go's words.</summary>
internal static class StatusText
{
    public static Status FromResponse(ApiResponse response)
    {
        var text = Encoding.UTF8.GetString(response.Bytes.Span).Trim();
        var (reason, message) = response.Code switch
        {
            400 => ("BadRequest", "the server rejected our request for an unknown reason"),
            401 => ("Unauthorized", "the server has asked for the client to provide credentials"),
            403 => ("Forbidden", text.Length > 0 ? text : "forbidden"),
            404 => ("NotFound", "the server could not find the requested resource"),
            405 => ("MethodNotAllowed", "the server does not allow this method on the requested resource"),
            406 => ("NotAcceptable", text.Length > 0 ? text : "the server was unable to respond with a content type that the client supports"),
            409 => ("Conflict", "the server reported a conflict"),
            410 => ("Expired", "the resource version is too old"),
            413 => ("RequestEntityTooLarge", text.Length > 0 ? text : "limit is unknown"),
            415 => ("UnsupportedMediaType", text.Length > 0 ? text : "the body of the request was in an unknown format"),
            422 => ("Invalid", "the server rejected our request due to an error in our request"),
            429 => ("TooManyRequests", "the server has received too many requests and has asked us to try again later"),
            503 => ("ServiceUnavailable", text.Length > 0 ? text : "the server is currently unable to handle the request"),
            504 => ("Timeout", "the server was unable to return a response in the time allotted, but may still be processing the request"),
            >= 500 => ("InternalError", $"an error on the server (\"{(text.Length > 0 ? text : "unknown")}\") has prevented the request from succeeding"),
            _ => ("", $"the server responded with the status code {response.Code} but did not return more information"),
        };
        return new Status
        {
            StatusValue = "Failure",
            Code = response.Code,
            Reason = reason,
            Message = message,
            Details = new StatusDetails { RetryAfterSeconds = int.TryParse(response.Header("Retry-After"), out var seconds) ? seconds : 0 },
        };
    }
}
