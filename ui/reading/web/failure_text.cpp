#include "ui/reading/web/failure_text.h"

#include <QCoreApplication>

namespace lectern::ui {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("ImageFailure", source);
}

} // namespace

QString failureText(core::ImageFailure failure)
{
    switch (failure) {
    case core::ImageFailure::NotFound:
        return text(QT_TRANSLATE_NOOP("ImageFailure", "The image does not exist"));
    case core::ImageFailure::ServerRefused:
        return text(QT_TRANSLATE_NOOP("ImageFailure", "The server does not give the image"));
    case core::ImageFailure::HostUnknown:
        return text(QT_TRANSLATE_NOOP("ImageFailure", "The server was not found"));
    case core::ImageFailure::Unreachable:
        return text(QT_TRANSLATE_NOOP("ImageFailure", "The server cannot be reached"));
    case core::ImageFailure::TimedOut:
        return text(QT_TRANSLATE_NOOP("ImageFailure", "The server took too long"));
    case core::ImageFailure::Insecure:
        return text(QT_TRANSLATE_NOOP("ImageFailure", "The connection is not secure"));
    case core::ImageFailure::TooManyRedirects:
        return text(QT_TRANSLATE_NOOP("ImageFailure", "The server redirects in circles"));
    case core::ImageFailure::ForbiddenAddress:
        return text(QT_TRANSLATE_NOOP("ImageFailure", "The address is not a public one"));
    case core::ImageFailure::TooLarge:
        return text(QT_TRANSLATE_NOOP("ImageFailure", "The image is too large a file"));
    case core::ImageFailure::TooManyPixels:
        return text(QT_TRANSLATE_NOOP("ImageFailure", "The image has too many pixels"));
    case core::ImageFailure::NotAnImage:
        return text(QT_TRANSLATE_NOOP("ImageFailure", "This is not an image"));
    case core::ImageFailure::Broken:
        return text(QT_TRANSLATE_NOOP("ImageFailure", "The image is damaged"));
    case core::ImageFailure::FetchingOff:
        return text(QT_TRANSLATE_NOOP("ImageFailure", "Images from the network are turned off"));
    }
    return {};
}

} // namespace lectern::ui
